"use client";

import type { BoardView } from "@/components/data/board-view";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Table, Th } from "@/components/ui/table";
import type { Baseline } from "@/lib/plan/queries";
import { useWords } from "@/lib/words-client";
import { BaselineList } from "./baseline-list";
import { PlanRow } from "./plan-row";
import type { PlanSection } from "./plan-rules";
import { Means } from "./roll-up-line";

type Props = {
  rows: readonly PlanSection[];
  board: BoardView;
  baselines: readonly Baseline[];
  goals: Readonly<Record<number, string>>;
  /** Null where this person may add nothing. */
  onAdd: ((sectionId: number) => void) | null;
  onOpen: (taskId: number) => void;
};

/** The tasks of one first-level part; the parts inside it are groups of rows. */
export function PlanTable({ rows, board, baselines, goals, onAdd, onOpen }: Props) {
  const t = useWords("plan");
  const [top] = rows;
  if (!top) return null;
  const title = `${top.section.code} ${top.section.title}`;
  return (
    <Table caption={title}>
      <colgroup>
        <col className="md:w-[5.5em]" />
        <col />
        <col className="hidden w-[14em] lg:table-column print:table-column" />
        <col className="hidden w-[13em] md:table-column print:table-column print:w-[16em]" />
        <col className="hidden w-[11em] xl:table-column print:table-column print:w-[15em]" />
        <col className="hidden w-[8em] md:table-column print:table-column" />
        <col className="hidden w-[8em] md:table-column print:table-column" />
        <col className="hidden w-[7em] sm:table-column print:table-column" />
      </colgroup>
      <thead className="max-md:sr-only print:not-sr-only">
        <tr>
          <Th>{t("column.code")}</Th>
          <Th>{t("column.task")}</Th>
          <Th className="hidden lg:table-cell print:table-cell">{t("column.before")}</Th>
          <Th className="hidden md:table-cell print:table-cell">{t("column.owner")}</Th>
          <Th className="hidden xl:table-cell print:table-cell">{t("column.sponsor")}</Th>
          <Th className="hidden md:table-cell print:table-cell">{t("column.due")}</Th>
          <Th className="hidden md:table-cell print:table-cell">{t("column.progress")}</Th>
          <Th className="hidden sm:table-cell print:table-cell">{t("column.status")}</Th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.section.id}>
          {row.depth === 0 ? null : <GroupRow baselines={baselines} row={row} />}
          {row.tasks.map((task) => (
            <PlanRow
              baselines={baselines}
              board={board}
              goal={goals[task.id] ?? ""}
              key={task.id}
              onOpen={onOpen}
              task={task}
            />
          ))}
          {onAdd && isLeaf(row, rows) ? (
            <tr className="print:hidden">
              <td className="border-line border-b px-2" colSpan={8}>
                <Button
                  icon={<Icon name="plus" />}
                  onClick={() => onAdd(row.section.id)}
                  size="sm"
                  variant="quiet"
                >
                  {t("add", { section: row.section.code })}
                </Button>
              </td>
            </tr>
          ) : null}
        </tbody>
      ))}
    </Table>
  );
}

/** Tasks are added to parts without parts of their own. */
function isLeaf({ section }: PlanSection, rows: readonly PlanSection[]): boolean {
  return !rows.some((other) => other.section.parentId === section.id);
}

function GroupRow({ row, baselines }: { row: PlanSection; baselines: readonly Baseline[] }) {
  const { section } = row;
  const own = baselines.filter(({ sectionId, taskId }) => sectionId === section.id && taskId === null);
  return (
    <tr className="print:break-after-avoid">
      <th className="border-line border-b bg-ground px-3 py-cell text-left" colSpan={8} scope="rowgroup">
        <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
          <span>
            <span className="tabular mr-2">{section.code}</span>
            {section.title}
            <span className="ml-2 font-normal text-muted text-small">{section.clause}</span>
          </span>
          <span className="font-normal">
            <Means rollUp={row.rollUp} />
          </span>
        </span>
        <span className="block font-normal">
          <BaselineList baselines={own} inLine />
        </span>
      </th>
    </tr>
  );
}
