"use client";

import { useMemo, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useBoard } from "@/components/data/use-board";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icons";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, Th } from "@/components/ui/table";
import type { LedgerSummary } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";
import { DefineDialog } from "./define-dialog";
import { LedgerLine } from "./ledger-line";

type Props = { ledgers: readonly LedgerSummary[]; mayDefine: boolean };
type Group = { key: string; title: string | null; ledgers: LedgerSummary[] };

/** All ledgers that this person may see, under the chapters of the plan. */
export function LedgerList({ ledgers, mayDefine }: Props) {
  const t = useWords("ledgers");
  const board = useBoard();
  const [overdue, setOverdue] = useState(false);
  const [closed, setClosed] = useState(false);
  const [defining, setDefining] = useState(false);
  const shown = ledgers.filter((one) => (closed || one.closedOn === null) && (!overdue || one.overdue > 0));
  const groups = useMemo(() => (board ? groupsOf(shown, board) : null), [shown, board]);
  const late = ledgers.filter((one) => one.overdue > 0).length;
  const over = ledgers.filter(({ closedOn }) => closedOn !== null).length;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
        <Chips label={t("filter.quick")}>
          <Chip count={late} onToggle={() => setOverdue(!overdue)} selected={overdue}>
            {t("list.withOverdue")}
          </Chip>
          {over > 0 ? (
            <Chip count={over} onToggle={() => setClosed(!closed)} selected={closed}>
              {t("list.closed")}
            </Chip>
          ) : null}
        </Chips>
        {mayDefine ? (
          <Button icon={<Icon name="plus" />} onClick={() => setDefining(true)} size="sm">
            {t("define.title")}
          </Button>
        ) : null}
        <Button className="ml-auto" icon={<Icon name="print" />} onClick={() => window.print()} size="sm">
          {t("menu.print")}
        </Button>
      </div>
      {ledgers.length === 0 ? <EmptyState title={t("list.empty")}>{t("list.emptyWhy")}</EmptyState> : null}
      {ledgers.length > 0 && !groups ? <Skeleton className="h-9" lines={10} /> : null}
      {groups && ledgers.length > 0 ? <Ledgers groups={groups} /> : null}
      {defining ? <DefineDialog onClose={() => setDefining(false)} /> : null}
    </>
  );
}

function Ledgers({ groups }: { groups: readonly Group[] }) {
  const t = useWords("ledgers");
  const wide = "max-lg:hidden print:table-cell";
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <Th>{t("list.name")}</Th>
          <Th className="max-sm:hidden" number>
            {t("list.count")}
          </Th>
          <Th className="max-sm:hidden" number>
            {t("list.writtenOff")}
          </Th>
          <Th className="w-44 max-sm:w-28">{t("list.progress")}</Th>
          <Th number>{t("list.overdue")}</Th>
          <Th className={wide}>{t("list.rates")}</Th>
          <Th className="max-md:hidden print:table-cell" number>
            {t("list.lastOn")}
          </Th>
        </tr>
      </thead>
      {groups.map(({ key, title, ledgers }) => (
        <tbody key={key}>
          {title ? (
            <tr>
              <th
                className="border-line border-b bg-ground px-3 py-1.5 text-left"
                colSpan={7}
                scope="colgroup"
              >
                {title} <span className="tabular font-normal text-muted">{ledgers.length}</span>
              </th>
            </tr>
          ) : null}
          {ledgers.map((ledger) => (
            <LedgerLine key={ledger.id} ledger={ledger} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

/** By the uppermost chapter of each task, in the plan's order; what the board does not show comes last. */
function groupsOf(ledgers: readonly LedgerSummary[], { byId, sections }: BoardView): Group[] {
  const rootOf = (taskId: number) => {
    let section = sections.get(byId.get(taskId)?.sectionId ?? 0);
    while (section?.parentId) section = sections.get(section.parentId);
    return section ?? null;
  };
  const placed = ledgers.map((ledger) => ({ ledger, root: rootOf(ledger.task.id) }));
  const of = (id: number | null) =>
    placed.flatMap(({ ledger, root }) => ((root?.id ?? null) === id ? [ledger] : []));
  const roots = [...sections.values()].filter(({ parentId }) => parentId === null);
  const groups = roots.map(({ id, code, title }) => ({
    key: String(id),
    title: `${code} ${title}`,
    ledgers: of(id),
  }));
  const others = { key: "others", title: null, ledgers: of(null) };
  return [...groups, others].filter((group) => group.ledgers.length > 0);
}
