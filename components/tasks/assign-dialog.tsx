"use client";

import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Button } from "@/components/ui/button";
import { Combobox, ComboboxMany } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { BoardTask } from "@/lib/board/rules";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { ConflictDialog } from "./conflict-dialog";
import { useChoices } from "./pickers";
import { SignedOutNote } from "./signed-out-note";
import { type AssignForm, useAssign } from "./use-assign";

type Props = { tasks: readonly BoardTask[]; onClose: () => void };

/** Gives one task or many to a post; what will happen is told before it does. */
export function AssignDialog({ tasks, onClose }: Props) {
  const [t, ui] = [useWords("tasks"), useWords("ui")];
  const board = useBoard();
  const form = useAssign(tasks, board, onClose);
  const count = tasks.length;
  const draft = tasks.every(({ status }) => status === "draft");
  const [only] = tasks;
  const title = t(draft ? "assign.title" : "assign.handOnTitle");
  return (
    <>
      <Dialog
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button busy={form.pending} onClick={form.submit} variant="primary">
              {t(draft ? "assign.submit" : "assign.handOn", { count })}
            </Button>
          </>
        }
        onClose={onClose}
        open
        title={count === 1 && only ? `${title}：${only.code} ${only.title}` : title}
      >
        <div className="space-y-4">
          <ErrorSummary errors={form.error ? [{ field: "ownerPostId", message: form.error }] : []} />
          <SignedOutNote problem={form.problem} />
          {count > 1 ? <Listed tasks={tasks} /> : null}
          <Pickers board={board} form={form} many={count > 1} />
          <p className="rounded bg-ground px-3 py-2 text-ui" role="status">
            {sayPreview(t, board, form, tasks, draft)}
          </p>
        </div>
      </Dialog>
      {form.problem?.isStale ? <AssignConflict board={board} form={form} onClose={onClose} /> : null}
    </>
  );
}

function Listed({ tasks }: { tasks: readonly BoardTask[] }) {
  const t = useWords("tasks");
  return (
    <details>
      <summary className="text-ui">{t("assign.show", { count: tasks.length })}</summary>
      <ul className="mt-1 max-h-48 space-y-0.5 overflow-y-auto text-ui">
        {tasks.map(({ id, code, title }) => (
          <li className="flex gap-2" key={id}>
            <span className="tabular w-14 shrink-0 text-muted">{code}</span>
            {title}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pickers({ form, board, many }: { form: AssignForm; board: BoardView | null; many: boolean }) {
  const t = useWords("tasks");
  const { actor } = useOffice();
  const choices = useChoices(board);
  const { wanted, set, anywhere } = form;
  const posts = anywhere
    ? choices.posts
    : choices.posts.filter(({ id }) => actor.headUnitIds.includes(board?.posts.get(id)?.unitId ?? 0));
  const keep = many ? t("assign.keep") : undefined;
  return (
    <>
      <Combobox
        error={form.error}
        hint={t("assign.ownerHint")}
        label={t("assign.owner")}
        name="ownerPostId"
        onChange={(ownerPostId) => set({ ownerPostId })}
        options={posts}
        placeholder={keep}
        value={wanted.ownerPostId}
      />
      {anywhere ? (
        <>
          <Combobox
            hint={t("assign.unitHint")}
            label={t("assign.unit")}
            name="leadUnitId"
            onChange={(leadUnitId) => set({ leadUnitId })}
            options={choices.units}
            placeholder={keep}
            value={wanted.leadUnitId}
          />
          <Combobox
            label={t("assign.sponsor")}
            name="sponsorPostId"
            onChange={(sponsorPostId) => set({ sponsorPostId })}
            optional
            options={choices.sponsors}
            placeholder={keep}
            value={wanted.sponsorPostId}
          />
          <ComboboxMany
            label={t("assign.supports")}
            name="supportUnitIds"
            onChange={(supportUnitIds) => set({ supportUnitIds })}
            optional
            options={choices.units}
            placeholder={keep}
            value={wanted.supportUnitIds ?? []}
          />
        </>
      ) : null}
    </>
  );
}

/** What will happen, in one sentence. */
function sayPreview(
  t: Words,
  board: BoardView | null,
  { wanted }: AssignForm,
  tasks: readonly BoardTask[],
  draft: boolean,
): string {
  const count = tasks.length;
  const without = tasks.filter(({ ownerPostId }) => ownerPostId === null).length;
  const post = board?.posts.get(wanted.ownerPostId ?? 0);
  if (!post)
    return without > 0 ? t("assign.withoutOwner", { count: without }) : t("assign.keepOwner", { count });
  const owner = [post.name, post.holders].filter(Boolean).join(" ");
  const stays = !draft && tasks.every(({ ownerPostId }) => ownerPostId === wanted.ownerPostId);
  if (stays) return t("assign.sameOwner", { owner });
  const unit = board?.units.get(wanted.leadUnitId ?? 0)?.name;
  const said = draft ? "preview" : "handOnPreview";
  return unit ? t(`assign.${said}`, { count, owner, unit }) : t("assign.count", { count, owner });
}

function AssignConflict({
  form,
  board,
  onClose,
}: {
  form: AssignForm;
  board: BoardView | null;
  onClose: () => void;
}) {
  const t = useWords("tasks");
  const current = (form.problem?.current ?? {}) as Partial<BoardTask>;
  const post = (id: number | null | undefined) => {
    const found = board?.posts.get(id ?? 0);
    return found ? [found.name, found.holders].filter(Boolean).join(" ") : t("unassigned");
  };
  return (
    <ConflictDialog
      onBack={form.clear}
      onKeepTheirs={onClose}
      onUseMine={form.send}
      pending={form.pending}
      rows={[
        {
          label: `${current.code ?? ""} ${t("field.ownerPostId")}`,
          now: `${post(current.ownerPostId)} · ${t(`status.${current.status ?? "draft"}`)}`,
          yours: post(form.wanted.ownerPostId ?? current.ownerPostId),
        },
      ]}
    />
  );
}
