"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useDragging } from "@/components/board/use-dragging";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icons";
import type { Day } from "@/lib/calendar/rules";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { startTimesOf } from "@/lib/meetings/agenda-rules";
import { useWords } from "@/lib/words-client";
import { useLive } from "../live";
import { AddItem } from "./add-item";
import { AgendaRow, LONG } from "./agenda-row";
import { AgendaSumLine } from "./agenda-sum";
import { FindBar } from "./find-bar";
import { placesFound, type Wanted } from "./find-rules";
import { FromBacklog } from "./from-backlog";
import { OnScreen } from "./on-screen";
import { landingOf } from "./order-rules";
import { type AgendaDeeds, useAgenda } from "./use-agenda";

type Props = { backlog: readonly AgendaItemView[]; today: Day };

/** What the meeting talks about, in its order: how long, what was said, what came of it. */
export function Agenda({ backlog, today }: Props) {
  const t = useWords("agenda");
  const { review, step } = useLive();
  const { deeds, busy } = useAgenda();
  const { agenda, outcomes } = review;
  const { items, rights } = agenda;
  const begins = startTimesOf(items, agenda.startTime);
  const [wanted, setWanted] = useState<Wanted>({ text: "", kind: null });
  const long = items.length > LONG;
  // Typing goes on while the list behind it is drawn.
  const asked = useDeferredValue(wanted);
  const places = useMemo(
    () => (long ? placesFound(items, asked) : items.map((_, at) => at + 1)),
    [items, asked, long],
  );
  const byId = useMemo(() => new Map(outcomes.map((one) => [one.id, one])), [outcomes]);
  const { dragged, kit, aim } = useDragging<AgendaItemView>({
    itemOf: (id) => items.find((item) => item.id === id),
    land: ({ id, target }) => {
      const afterId = landingOf(items, id, { id: Number(target.itemId), upper: target.upper === true });
      const item = items.find((one) => one.id === id);
      if (item && afterId !== undefined) void deeds.put(item, afterId);
    },
  });
  return (
    <section aria-labelledby="agenda-title">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-heading" id="agenda-title">
          {t("title")}
        </h2>
        <AgendaSumLine agenda={agenda} />
      </div>
      <OnScreen />
      {long ? <FindBar found={places.length} items={items} onChange={setWanted} wanted={wanted} /> : null}
      {items.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t(rights.change ? "empty.change" : "empty.wait")}</EmptyState>
      ) : (
        <ol
          className="border-line border-y bg-paper"
          onPointerOver={
            rights.change ? (event) => event.pointerType === "mouse" && aim(rowAt(event.target)) : undefined
          }
        >
          {places.map((place) => {
            const item = items[place - 1];
            return item ? (
              <AgendaRow
                begins={begins[place - 1] ?? ""}
                changes={rights.change}
                count={items.length}
                deeds={deeds}
                drag={dragged && dragged.id !== item.id ? kit : null}
                inSeries={review.meeting.seriesId !== null}
                item={item}
                key={item.id}
                now={step?.itemId === item.id}
                outcomes={item.outcomeIds.flatMap((id) => byId.get(id) ?? [])}
                place={place}
                records={rights.record && agenda.status !== "draft"}
                today={review.meeting.openedDay}
              />
            ) : null;
          })}
        </ol>
      )}
      <Below {...{ backlog, busy, deeds, today }} />
    </section>
  );
}

/** Only the handle takes hold of a row: its text can still be marked with the mouse. */
function rowAt(target: EventTarget): HTMLElement | null {
  if (!(target instanceof Element) || !target.closest("[data-handle]")) return null;
  return target.closest<HTMLElement>("[data-item-id]");
}

/** Under the list: what else belongs on it. */
function Below({ backlog, busy, deeds, today }: Props & { deeds: AgendaDeeds; busy: number | null }) {
  const t = useWords("agenda");
  const { review } = useLive();
  const { meeting, agenda } = review;
  const [adding, setAdding] = useState<"item" | "backlog" | null>(null);
  const close = () => setAdding(null);
  if (!agenda.rights.change) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2 print:hidden">
      <Button icon={<Icon name="plus" />} onClick={() => setAdding("item")} size="sm">
        {t("add.button")}
      </Button>
      {meeting.seriesId === null ? null : (
        <Button onClick={() => setAdding("backlog")} size="sm">
          {t("backlog.take")}
          {backlog.length > 0 ? <span className="tabular ml-1 text-muted">{backlog.length}</span> : null}
        </Button>
      )}
      <Button
        onClick={() => void deeds.act("agenda.build", () => ({ meetingId: meeting.id }), t("said.built"))}
        size="sm"
      >
        {t("build")}
      </Button>
      {adding === "item" ? (
        <AddItem onClose={close} onDone={deeds.refresh} to={{ meetingId: meeting.id }} />
      ) : null}
      {adding === "backlog" ? (
        <FromBacklog {...{ backlog, busy, deeds, today }} meetingId={meeting.id} onClose={close} />
      ) : null}
    </div>
  );
}
