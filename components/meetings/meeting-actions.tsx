"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { useCommand } from "@/components/data/use-command";
import { Button, LinkButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { TextArea } from "@/components/ui/text-area";
import type { Day } from "@/lib/calendar/rules";
import type { MeetingHead } from "@/lib/meetings/queries";
import { useWords } from "@/lib/words-client";
import { EditDialog } from "./series/edit-meeting";

type Rights = { open: boolean; plan: boolean; close: boolean; reopen: boolean };
type Props = { meeting: MeetingHead; rights: Rights; today: Day };

type Asked = "close" | "reopen" | "cancel" | "edit" | null;

/** What can be done with the whole meeting: open what was prepared, show it, print it, end it. */
export function MeetingActions({ meeting, rights, today }: Props) {
  const [t, agenda, ui] = [useWords("meetings"), useWords("agenda"), useWords("ui")];
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const { status } = meeting;
  const edit: MenuEntry = { label: agenda("plan.edit"), onSelect: () => setAsked("edit") };
  const items: MenuEntry[] = [
    ...(rights.plan && status !== "closed" ? [edit] : []),
    { label: ui("takeOut"), href: `/papers/minutes?id=${meeting.id}`, icon: <Icon name="paper" /> },
    { label: t("actions.print"), onSelect: () => window.print(), icon: <Icon name="print" /> },
  ];
  if (status === "draft" && rights.plan)
    items.push({ label: agenda("plan.cancel"), danger: true, onSelect: () => setAsked("cancel") });
  if ((status === "open" || status === "inProgress") && rights.close)
    items.push({ label: t("actions.close"), onSelect: () => setAsked("close") });
  if (status === "closed" && rights.reopen)
    items.push({ label: t("actions.reopen"), onSelect: () => setAsked("reopen") });
  return (
    <>
      {rights.open && (status === "draft" || status === "open") ? <StepButton meeting={meeting} /> : null}
      {status === "draft" ? null : (
        <LinkButton href={`/meetings/${meeting.id}/present`} prefetch={false} variant="primary">
          {t("actions.present")}
        </LinkButton>
      )}
      <Menu
        items={items}
        label={t("actions.more")}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />}>
            {t("actions.more")}
          </Button>
        )}
      />
      {asked === "close" || asked === "reopen" ? (
        <TurnDialog meeting={meeting} onClose={close} to={asked} />
      ) : null}
      {asked === "cancel" ? <CancelDialog meeting={meeting} onClose={close} /> : null}
      {asked === "edit" ? <EditDialog meeting={meeting} onClose={close} today={today} /> : null}
    </>
  );
}

/** The next step: what was prepared is opened, what is open begins. */
function StepButton({ meeting }: { meeting: MeetingHead }) {
  const t = useWords("agenda");
  const draft = meeting.status === "draft";
  const { change, pending } = useChange(draft ? "meeting.open" : "meeting.start");
  const go = () => change({ meetingId: meeting.id, version: meeting.version });
  return (
    <Button busy={pending} onClick={() => void go()} variant={draft ? "primary" : "plain"}>
      {t(draft ? "plan.open" : "start.button")}
    </Button>
  );
}

function CancelDialog({ meeting, onClose }: { meeting: MeetingHead; onClose: () => void }) {
  const t = useWords("agenda");
  const router = useRouter();
  const { run, pending } = useCommand("meeting.cancel");
  const cancel = async () => {
    const done = await run({ meetingId: meeting.id, version: meeting.version }).catch(() => null);
    if (done !== null) router.push("/meetings");
  };
  return (
    <FormDialog
      danger
      description={t("plan.cancelTells")}
      onClose={onClose}
      onSubmit={() => void cancel()}
      pending={pending}
      submit={t("plan.cancel")}
      title={t("plan.cancel")}
    />
  );
}

type TurnProps = { meeting: MeetingHead; to: "close" | "reopen"; onClose: () => void };

function TurnDialog({ meeting, to, onClose }: TurnProps) {
  const t = useWords("meetings");
  const router = useRouter();
  const { run, pending, problem } = useCommand(`meeting.${to}`);
  const [reason, setReason] = useState("");
  const submit = async () => {
    const input = { meetingId: meeting.id, version: meeting.version, ...(to === "reopen" && { reason }) };
    const done = await run(input).then(
      () => true,
      () => false,
    );
    if (!done) return;
    onClose();
    router.refresh();
  };
  return (
    <Dialog
      description={t(`turn.${to}.tells`)}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button busy={pending} onClick={submit} variant="primary">
            {t(`turn.${to}.submit`)}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="sm"
      title={t(`turn.${to}.title`)}
    >
      {to === "reopen" ? (
        <TextArea
          data-autofocus
          label={t("turn.reopen.reason")}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          onSubmit={submit}
          value={reason}
        />
      ) : null}
      {problem?.isStale ? <p className="mt-3 text-red-strong">{t("turn.stale")}</p> : null}
    </Dialog>
  );
}
