"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Button, LinkButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { TextArea } from "@/components/ui/text-area";
import type { MeetingHead } from "@/lib/meetings/queries";
import { useWords } from "@/lib/words-client";

type Props = { meeting: MeetingHead; rights: { close: boolean; reopen: boolean } };

/** What can be done with the whole meeting: show it, print it, end it. */
export function MeetingActions({ meeting, rights }: Props) {
  const t = useWords("meetings");
  const [asking, setAsking] = useState<"close" | "reopen" | null>(null);
  const open = meeting.status === "open";
  const items: MenuEntry[] = [
    { label: t("actions.print"), onSelect: () => window.print(), icon: <Icon name="print" /> },
  ];
  if (open && rights.close) items.push({ label: t("actions.close"), onSelect: () => setAsking("close") });
  if (!open && rights.reopen) items.push({ label: t("actions.reopen"), onSelect: () => setAsking("reopen") });
  return (
    <>
      <LinkButton href={`/meetings/${meeting.id}/present`} prefetch={false} variant="primary">
        {t("actions.present")}
      </LinkButton>
      <Menu
        items={items}
        label={t("actions.more")}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />}>
            {t("actions.more")}
          </Button>
        )}
      />
      {asking ? <TurnDialog meeting={meeting} onClose={() => setAsking(null)} to={asking} /> : null}
    </>
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
