"use client";

import type { BoardView } from "@/components/data/board-view";
import { byRank } from "@/components/data/merge-rules";
import { DueNote } from "@/components/tasks/due-note";
import { Lamp } from "@/components/ui/lamp";
import { Table, Td, Th } from "@/components/ui/table";
import { usePrinting } from "@/components/ui/use-printing";
import type { BoardTask } from "@/lib/board/rules";
import { sayLight } from "@/lib/lights/say-light";
import { useLocale, useWords } from "@/lib/words-client";
import type { Facts, FactsOf } from "./facts-rules";
import type { Group } from "./filter-rules";
import { sayOwner } from "./names";
import type { Arrangement } from "./use-arrangement";
import { useLaneNames } from "./use-lane-names";

type Props = {
  board: BoardView;
  arranged: Arrangement;
  group: Group | null;
  factsOf: FactsOf;
  conditions: string;
};

/** What is on the board as a list on paper, drawn only while it is printed. */
export function PrintList(props: Props) {
  const printing = usePrinting();
  return printing ? <PrintedList {...props} /> : null;
}

const COLUMNS = ["code", "title", "owner", "status", "light", "progress", "due"] as const;

function PrintedList({ board, arranged, group, factsOf, conditions }: Props) {
  const t = useWords("board");
  const nameOf = useLaneNames(board, group);
  const rows = (tasks: readonly BoardTask[]) =>
    tasks.map((task) => <PrintedTask board={board} facts={factsOf(task)} key={task.id} task={task} />);
  return (
    <section className="hidden print:block" data-print="a4-landscape">
      <h1 className="text-title">{board.plan?.title ?? t("title")}</h1>
      <p className="mb-3">
        {t("print.asOf", { day: board.setting.today, count: arranged.tasks.length })}
        {conditions ? ` · ${conditions}` : ""}
      </p>
      <Table caption={t("print.caption")}>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <Th key={name} number={name === "progress" || name === "due"}>
                {t(`print.${name}`)}
              </Th>
            ))}
          </tr>
        </thead>
        {arranged.lanes ? null : <tbody>{rows(arranged.tasks)}</tbody>}
        {arranged.lanes?.map((lane) => (
          <tbody key={lane.key}>
            <tr>
              <th className="border-line border-b px-3 pt-4 pb-1 text-left" colSpan={COLUMNS.length}>
                {nameOf(lane)} <span className="tabular font-normal">{lane.count}</span>
              </th>
            </tr>
            {rows(Object.values(lane.columns).flat().sort(byRank))}
          </tbody>
        ))}
      </Table>
    </section>
  );
}

function PrintedTask({ board, task, facts }: { board: BoardView; task: BoardTask; facts: Facts }) {
  const t = useWords("board");
  const words = useWords("tasks");
  const lights = useWords("lights");
  const locale = useLocale();
  const { light } = facts;
  return (
    <tr>
      <Td>{task.code}</Td>
      <Td>{task.title}</Td>
      <Td>{sayOwner(board, task) ?? t("noOwner")}</Td>
      <Td>{words(`status.${task.status}`)}</Td>
      <Td>
        <Lamp light={light.light} size="sm" word /> {sayLight(light, lights, locale, board.setting.today)}
      </Td>
      <Td number>{task.progress === null ? "—" : `${task.progress}%`}</Td>
      <Td number>
        {task.dueDay}
        <DueNote locale={locale} task={task} tasks={words} today={board.setting.today} />
      </Td>
    </tr>
  );
}
