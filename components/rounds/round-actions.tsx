"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Counts, LinkRow, RoundHead, Writer } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import { GraceInput } from "./grace-input";
import { LinksDialog } from "./links-dialog";
import { OpenDialog } from "./open-dialog";
import { copiedForward } from "./plan-draft";

type Props = {
  round: RoundHead;
  counts: Counts;
  changes: boolean;
  /** Null for whoever makes no links, and where the office has none. */
  linking: { writers: readonly Writer[]; links: readonly LinkRow[] } | null;
};
type Asked = "edit" | "copy" | "close" | "links";

/** What can be done with a whole round. */
export function RoundActions({ round, counts, changes, linking }: Props) {
  const t = useWords("rounds");
  const { today, setting } = useOffice();
  const [asked, setAsked] = useState<Asked | null>(null);
  const done = () => setAsked(null);
  const open = round.closedAt === null;
  const items: MenuEntry[] = [
    ...(changes && open ? [{ label: t("edit"), onSelect: () => setAsked("edit") }] : []),
    ...(linking && open ? [{ label: t("link.do"), onSelect: () => setAsked("links") }] : []),
    ...(changes ? [{ label: t("copy"), onSelect: () => setAsked("copy") }] : []),
    { label: t("print"), onSelect: () => window.print(), icon: <Icon name="print" /> },
  ];
  return (
    <>
      {changes && open ? (
        <Button onClick={() => setAsked("close")} variant="primary">
          {t("close.do")}
        </Button>
      ) : null}
      <Menu
        items={items}
        label={t("more")}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />}>
            {t("more")}
          </Button>
        )}
      />
      {asked === "edit" ? <EditDialog onClose={done} round={round} /> : null}
      {asked === "copy" ? (
        <OpenDialog onClose={done} start={copiedForward(round, today, setting.calendar)} />
      ) : null}
      {asked === "links" && linking ? (
        <LinksDialog links={linking.links} onClose={done} roundId={round.id} writers={linking.writers} />
      ) : null}
      {asked === "close" ? <CloseDialog counts={counts} onClose={done} round={round} /> : null}
    </>
  );
}

type CloseProps = Pick<Props, "round" | "counts"> & { onClose: () => void };

function CloseDialog({ round, counts, onClose }: CloseProps) {
  const t = useWords("rounds");
  const { change, pending, problem } = useChange("round.close");
  const submit = async () => {
    if ((await change({ roundId: round.id, version: round.version })) !== null) onClose();
  };
  const left = counts.waiting + counts.missing;
  return (
    <FormDialog
      danger
      description={left > 0 ? t("close.tellsLeft", { count: left }) : t("close.tells")}
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("close.do")}
      title={t("actOn", { act: t("close.do"), name: round.title })}
    />
  );
}

function EditDialog({ round, onClose }: { round: RoundHead; onClose: () => void }) {
  const t = useWords("rounds");
  const { today } = useOffice();
  const { change, pending, problem } = useChange("round.edit");
  const [title, setTitle] = useState(round.title);
  const [windowTo, setWindowTo] = useState<string | null>(round.windowTo);
  const [graceDays, setGraceDays] = useState(round.graceDays);
  const [instructions, setInstructions] = useState(round.instructions);
  const [tried, setTried] = useState(false);
  const wrongTitle = title.trim() === "" ? t("wrong.title") : null;
  const wrongDay = windowTo === null || windowTo < round.windowFrom ? t("wrong.window") : null;
  const errors = [
    ...(wrongTitle ? [{ field: "title", message: wrongTitle }] : []),
    ...(wrongDay ? [{ field: "windowTo", message: wrongDay }] : []),
  ];
  const submit = async () => {
    setTried(true);
    if (errors.length > 0) return;
    const target = { roundId: round.id, version: round.version };
    const facts = { title: title.trim(), windowTo, graceDays, instructions };
    if ((await change({ ...target, ...facts })) !== null) onClose();
  };
  return (
    <FormDialog
      errors={problem?.isStale ? [{ message: t("stale") }] : tried ? errors : []}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("save")}
      title={t("actOn", { act: t("edit"), name: round.title })}
    >
      <TextInput
        data-autofocus
        error={(tried ? wrongTitle : null) ?? problem?.fields.title}
        label={t("field.title")}
        maxLength={80}
        name="title"
        onChange={(event) => setTitle(event.target.value)}
        value={title}
      />
      <DayInput
        error={(tried ? wrongDay : null) ?? problem?.fields.windowTo}
        label={t("field.windowTo")}
        name="windowTo"
        onChange={setWindowTo}
        today={today}
        value={windowTo}
      />
      <GraceInput onChange={setGraceDays} value={graceDays} />
      <TextArea
        label={t("field.instructions")}
        maxLength={1000}
        name="instructions"
        onChange={(event) => setInstructions(event.target.value)}
        optional
        rows={2}
        value={instructions}
      />
    </FormDialog>
  );
}
