"use client";

import { useEffect, useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button, LinkButton } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { TextArea } from "@/components/ui/text-area";
import type { Day } from "@/lib/calendar/rules";
import type { EditionHead, LedgerChoice, SeriesView, TableView } from "@/lib/leagues/queries";
import { useWords } from "@/lib/words-client";
import { FreezeDialog } from "./freeze-dialog";
import { SeriesDialog } from "./series-dialog";

type Props = {
  series: SeriesView;
  shown: TableView;
  edition: EditionHead | null;
  ledgers: LedgerChoice[];
  today: Day;
};
type Paper = "a4-landscape" | "a3-landscape";

/** What can be done with a whole series: freeze, show, print, change, end. */
export function LeagueActions({ series, shown, edition, ledgers, today }: Props) {
  const [t, ui] = [useWords("leagues"), useWords("ui")];
  const [asked, setAsked] = useState<"freeze" | "change" | "close" | null>(null);
  const print = usePaper();
  const open = series.closedOn === null;
  const paper = `/papers/league?id=${series.id}${edition ? `&edition=${edition.number}` : ""}`;
  const items: MenuEntry[] = [
    { label: ui("takeOut"), href: paper, icon: <Icon name="paper" /> },
    { label: t("actions.printA4"), onSelect: () => print("a4-landscape"), icon: <Icon name="print" /> },
    { label: t("actions.printA3"), onSelect: () => print("a3-landscape"), icon: <Icon name="print" /> },
  ];
  if (open && series.rights.define)
    items.push(
      { label: t("actions.change"), onSelect: () => setAsked("change") },
      { label: t("actions.close"), onSelect: () => setAsked("close"), danger: true },
    );
  const nobody = shown.table.rows.length === 0 ? t("empty.members") : null;
  const close = () => setAsked(null);
  return (
    <>
      {open && series.rights.freeze ? (
        <Button
          onClick={() => setAsked("freeze")}
          reason={edition === null ? nobody : t("freeze.onlyLive")}
          variant="primary"
        >
          {t("freeze.button")}
        </Button>
      ) : null}
      {series.kind === "units" ? (
        <LinkButton
          href={`/leagues/${series.id}/present${edition ? `?edition=${edition.number}` : ""}`}
          prefetch={false}
        >
          {t("actions.present")}
        </LinkButton>
      ) : null}
      <Menu
        items={items}
        label={t("actions.more")}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />}>
            {t("actions.more")}
          </Button>
        )}
      />
      {asked === "freeze" ? (
        <FreezeDialog onClose={close} series={series} shown={shown} today={today} />
      ) : null}
      {asked === "change" ? (
        <SeriesDialog ledgers={ledgers} onClose={close} series={series} today={today} />
      ) : null}
      {asked === "close" ? <CloseDialog onClose={close} series={series} /> : null}
    </>
  );
}

/** Prints the page on a sheet of this size. */
function usePaper(): (paper: Paper) => void {
  const [paper, setPaper] = useState<Paper | null>(null);
  useEffect(() => {
    if (paper === null) return;
    const page = document.getElementById("main");
    page?.setAttribute("data-print", paper);
    window.print();
    page?.removeAttribute("data-print");
    setPaper(null);
  }, [paper]);
  return setPaper;
}

function CloseDialog({ series, onClose }: { series: SeriesView; onClose: () => void }) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange("series.close");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if (await change({ seriesId: series.id, version: series.version, reason })) onClose();
  };
  return (
    <FormDialog
      danger
      description={t("series.closeTells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("actions.close")}
      title={t("series.closeTitle", { name: series.name })}
    >
      <TextArea
        error={problem?.fields.reason}
        label={t("series.closeReason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        optional
        value={reason}
      />
    </FormDialog>
  );
}
