"use client";

import { useOffice } from "@/components/data/office";
import { ConflictDialog } from "@/components/tasks/conflict-dialog";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import { LIGHTS } from "@/lib/lights/rules";
import { useWords } from "@/lib/words-client";
import { LightChoice } from "./light-choice";
import { BothLights } from "./light-line";
import { useLightForm } from "./use-light-form";

type Props = { task: BoardTask; onClose: () => void };

/** A person sets the light: which, and why; what the system found stays in sight. */
export function LightDialog({ task, onClose }: Props) {
  const [t, ui] = [useWords("lights"), useWords("ui")];
  const { setting } = useOffice();
  const form = useLightForm(task, onClose);
  const { said, set, errors } = form;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message ?? null;
  return (
    <>
      <Dialog
        description={t("set.tells")}
        footer={
          <>
            {task.override ? (
              <Button busy={form.restoring} className="mr-auto" onClick={form.restore}>
                {t("set.restore")}
              </Button>
            ) : null}
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button busy={form.pending} onClick={form.submit} variant="primary">
              {t("set.do")}
            </Button>
          </>
        }
        onClose={onClose}
        open
        title={t("set.title", { task: `${task.code} ${task.title}` })}
      >
        <div className="space-y-4">
          <ErrorSummary errors={errors} />
          <SignedOutNote problem={form.problem} />
          <div className="rounded bg-ground px-3 py-2">
            <BothLights setting={setting} task={task} />
          </div>
          <LightChoice
            error={errorOf("light")}
            lights={LIGHTS}
            onChange={(light) => set({ light })}
            value={said.light}
          />
          <TextArea
            error={errorOf("reason")}
            hint={t("set.reasonHint")}
            label={t("set.reason")}
            maxLength={200}
            name="reason"
            onChange={(event) => set({ reason: event.target.value })}
            onSubmit={form.submit}
            value={said.reason}
          />
        </div>
      </Dialog>
      {form.current ? (
        <ConflictDialog
          onBack={form.forgetConflict}
          onKeepTheirs={onClose}
          onUseMine={form.sendOn}
          pending={form.pending}
          rows={form.conflict()}
        />
      ) : null}
    </>
  );
}
