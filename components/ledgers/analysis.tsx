"use client";

import { type ReactNode, useMemo } from "react";
import { useBoard } from "@/components/data/use-board";
import { LineChart } from "@/components/ui/charts/line-chart";
import { Funnel } from "@/components/ui/funnel";
import type { Figures } from "@/lib/ledgers/figure-rules";
import type { LedgerFilter } from "@/lib/ledgers/filter-rules";
import { figuresFrom } from "@/lib/ledgers/rate-rules";
import { useWords } from "@/lib/words-client";
import { AgeingTable } from "./ageing-table";
import { GroupTable } from "./group-table";
import { useDesk } from "./ledger-context";
import { MonthTable } from "./month-table";

/** How the entries that the filter leaves move through the stages; every number opens its list. */
export function Analysis() {
  const t = useWords("ledgers");
  const { ledger, change, filter, shown, view } = useDesk();
  const figures = useFigures();
  const open = (conditions: Partial<LedgerFilter>) => change({ ...conditions, view: "table" });
  const names = new Map(ledger.stages.map(({ key, name, writtenOff }) => [key, { name, writtenOff }]));
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-2">
      <Part title={t("funnel.title")}>
        <Funnel
          label={t("funnel.title")}
          onOpen={(key, which) =>
            open(which === "here" ? { stages: [key], reached: null } : { reached: key, stages: [] })
          }
          steps={figures.funnel.map(({ stage, reached, standing }) => ({
            key: stage,
            label: names.get(stage)?.name ?? stage,
            reached,
            here: standing,
            end: names.get(stage)?.writtenOff,
          }))}
          total={figures.count}
          words={{ reached: t("funnel.reached"), here: t("funnel.here") }}
        />
      </Part>
      <Part title={t("burn.title")}>
        <BurnDown figures={figures} />
        <MonthTable entries={shown} onOpen={(offIn) => open({ offIn })} />
      </Part>
      <Part note={t("ageing.note")} title={t("ageing.title")}>
        <AgeingTable ageing={figures.ageing} onOpen={(stage, age) => open({ stages: [stage], age })} />
      </Part>
      <Part title={t("byUnit.title")}>
        <GroupTable
          caption={t("byUnit.title")}
          groups={figures.byUnit.map((group) => ({
            ...group,
            name: view.unitNames[group.key ?? 0] ?? t("noUnit"),
          }))}
          head={t("column.unit")}
          onOpen={(group, which) => open({ unit: group.key ?? 0, ...NARROWED[which] })}
        />
      </Part>
      {figures.byTrack.length > 0 ? (
        <Part title={t("byTrack.title")}>
          <GroupTable
            caption={t("byTrack.title")}
            groups={figures.byTrack.map((group) => ({
              ...group,
              name: ledger.tracks.find(({ key }) => key === group.key)?.name ?? t("noTrack"),
            }))}
            head={t("column.track")}
            onOpen={(group, which) => open({ track: group.key ?? "", ...NARROWED[which] })}
          />
        </Part>
      ) : null}
      {filter.removed ? <p className="text-muted">{t("figures.removedNot")}</p> : null}
    </div>
  );
}

const NARROWED = { count: {}, writtenOff: { done: true }, overdue: { overdue: true } } as const;

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h2 className="mb-2 flex items-baseline gap-3 text-heading">
        {title}
        {note ? <span className="font-normal text-muted text-small">{note}</span> : null}
      </h2>
      {children}
    </div>
  );
}

function BurnDown({ figures }: { figures: Figures }) {
  const t = useWords("ledgers");
  const { today, ledger } = useDesk();
  const points = (value: (week: Figures["burnDown"][number]) => number | null): [string, number | null][] =>
    figures.burnDown.map((week) => [week.day, value(week)]);
  if (figures.burnDown.length === 0) return <p className="text-muted">{t("burn.none")}</p>;
  return (
    <LineChart
      height={180}
      hideLabel
      label={t("burn.title")}
      marks={[{ at: today, name: t("burn.today") }]}
      series={[
        { name: t("burn.remaining"), points: points(({ remaining }) => remaining), style: "solid" },
        { name: t("burn.planned"), points: points(({ planned }) => planned), style: "dashed" },
      ]}
      unit={ledger.entryWord}
    />
  );
}

/** Over the days of the task; where the board does not show it, over the days of the entries. */
function useFigures(): Figures {
  const { ledger, shown, today, view } = useDesk();
  const task = useBoard()?.byId.get(view.task.id);
  const [startDay, dueDay] = [task?.startDay, task?.dueDay];
  return useMemo(() => {
    const first = shown.map(({ joinedOn }) => joinedOn).sort()[0] ?? today;
    const course = { startDay: startDay ?? first, dueDay: dueDay ?? `${today.slice(0, 4)}-12-31`, today };
    return figuresFrom(ledger, shown, course);
  }, [ledger, shown, today, startDay, dueDay]);
}
