"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { SeriesView, TableView } from "@/lib/leagues/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { FrozenPreview } from "./frozen-preview";
import { leagueAddress } from "./use-explanation";

type Props = { series: SeriesView; shown: TableView; today: Day; onClose: () => void };

/** Shows exactly what is kept before it is kept for good. */
export function FreezeDialog({ series, shown, today, onClose }: Props) {
  const t = useWords("leagues");
  const locale = useLocale();
  const router = useRouter();
  const { run, pending, problem } = useCommand<{ number: number }>("edition.freeze");
  const [from, setFrom] = useState<Day | null>(shown.table.from);
  const { view, look } = usePreview(series.id, from, shown);
  const number = (series.editions[0]?.number ?? 0) + 1;
  const [title, setTitle] = useState(t("freeze.usualTitle", { day: sayDay(today, today, locale) }));
  const [note, setNote] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { seriesId: series.id, title, fromDay: from ?? "", note, seen: view.mark ?? "" };
    const frozen = await run(input).catch(() => null);
    if (frozen === null) return look();
    onClose();
    router.push(`/leagues/${series.id}?edition=${frozen.number}`);
    router.refresh();
  };
  return (
    <Dialog
      description={t("freeze.tells")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button busy={pending} form="freeze-edition" type="submit" variant="primary">
            {t("freeze.submit", { number })}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="lg"
      title={t("freeze.title", { number, day: sayDay(view.table.asOf, today, locale) })}
    >
      <form className="grid gap-4 sm:grid-cols-2" id="freeze-edition" noValidate onSubmit={submit}>
        <TextInput
          data-autofocus
          error={problem?.fields.title}
          label={t("freeze.name")}
          maxLength={60}
          name="title"
          onChange={(event) => setTitle(event.target.value)}
          value={title}
        />
        <DayInput
          error={problem?.fields.fromDay}
          hint={t("freeze.fromHint")}
          label={t("freeze.from")}
          name="fromDay"
          onChange={setFrom}
          today={today}
          value={from}
        />
        <div className="sm:col-span-2">
          <TextArea
            error={problem?.fields.note}
            label={t("freeze.note")}
            maxLength={500}
            name="note"
            onChange={(event) => setNote(event.target.value)}
            optional
            value={note}
          />
        </div>
      </form>
      {problem?.code === "figuresMoved" ? <Banner tone="warning">{problem.title}</Banner> : null}
      <FrozenPreview exempt={view.exempt.length} table={view.table} />
    </Dialog>
  );
}

/** The figures from that day on, as the server has them now. */
function usePreview(seriesId: number, from: Day | null, shown: TableView) {
  const [view, setView] = useState(shown);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const left = new AbortController();
    void (async () => {
      if (from === null) return;
      const address = leagueAddress(String(seriesId), { edition: null, from }, String(asked));
      const answer = await fetch(address, { cache: "no-store", signal: left.signal }).catch(() => null);
      const body = answer?.ok ? ((await answer.json().catch(() => null)) as TableView | null) : null;
      if (body && !left.signal.aborted) setView(body);
    })();
    return () => left.abort();
  }, [seriesId, from, asked]);
  return { view, look: () => setAsked((n) => n + 1) };
}
