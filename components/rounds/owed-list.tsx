"use client";

import Link from "next/link";
import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { OWED_SHAPES } from "@/components/report/report-list";
import { useUrge } from "@/components/supervision/use-act";
import { useNow } from "@/components/supervision/use-now";
import { sayInstant } from "@/components/tasks/say";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, Td, Th } from "@/components/ui/table";
import { mayOnTask } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import type { OwedRow } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import { ExcuseDialog } from "./excuse-dialog";
import { isToUrge, isUrgedLately } from "./list-rules";

type Props = { rows: readonly OwedRow[]; caption: string; excuses: boolean; closed: boolean };

const WIDE = "max-md:hidden print:table-cell";

/** Reports of a round: whose each is, what became of it, and the click that reminds. */
export function OwedList({ rows, caption, excuses, closed }: Props) {
  const t = useWords("rounds");
  const [excusing, setExcusing] = useState<OwedRow | null>(null);
  return (
    <>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>{t("column.task")}</Th>
            <Th className={WIDE}>{t("column.unit")}</Th>
            <Th className={WIDE}>{t("column.writer")}</Th>
            <Th>{t("column.state")}</Th>
            {closed ? null : (
              <Th className="print:hidden">
                <span className="sr-only">{t("column.acts")}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.owedId}
              onExcuse={excuses ? () => setExcusing(row) : null}
              row={row}
              closed={closed}
            />
          ))}
        </tbody>
      </Table>
      {excusing ? <ExcuseDialog onClose={() => setExcusing(null)} row={excusing} /> : null}
    </>
  );
}

type RowProps = { row: OwedRow; closed: boolean; onExcuse: (() => void) | null };

function Row({ row, closed, onExcuse }: RowProps) {
  const [t, report] = [useWords("rounds"), useWords("report")];
  const locale = useLocale();
  const { today } = useOffice();
  const { task, unit, post, supportUnit, state, doneOn, excused } = row;
  const writer = supportUnit
    ? report("asSupport", { unit: supportUnit.name })
    : (post && (post.holders || t("vacant", { post: post.name }))) || t("noOwner");
  return (
    <tr>
      <Td>
        <Link className="hover:underline" href={`/tasks/${task.id}`}>
          <span className="tabular mr-2 text-muted">{task.code}</span>
          {task.title}
        </Link>
        <span className="block text-muted text-small md:hidden print:hidden">
          {unit ? `${unit.name} · ` : null}
          {writer}
        </span>
      </Td>
      <Td className={WIDE}>{unit?.name ?? t("noUnit")}</Td>
      <Td className={WIDE}>{writer}</Td>
      <Td>
        <StatusMark label={report(`state.${state}`)} shape={OWED_SHAPES[state]} />
        {doneOn ? (
          <span className="tabular block text-muted text-small">{sayDay(doneOn, today, locale)}</span>
        ) : null}
        {row.urgedAt && !doneOn ? (
          <span className="tabular block text-muted text-small">
            {t("urgedAt", { at: sayInstant(row.urgedAt, today, locale) })}
          </span>
        ) : null}
        {excused ? <span className="block text-muted text-small">{sayExcuse(excused, t)}</span> : null}
      </Td>
      {closed ? null : (
        <Td className="text-right print:hidden">
          <Acts onExcuse={onExcuse} row={row} />
        </Td>
      )}
    </tr>
  );
}

function Acts({ row, onExcuse }: Omit<RowProps, "closed">) {
  const t = useWords("rounds");
  const { actor } = useOffice();
  const { send, pending } = useUrge();
  const board = useBoard();
  const now = useNow();
  const [sent, setSent] = useState(false);
  const { task } = row;
  const known = board?.byId.get(task.id);
  const mayUrge = known && isToUrge(row) && mayOnTask(actor, "urge.send", known);
  const label = row.excused === null ? t("excuse.do") : t("excuse.takeBack");
  const items: MenuEntry[] =
    onExcuse && row.doneOn === null && !isEnded(row.excused) ? [{ label, onSelect: onExcuse }] : [];
  return (
    <span className="inline-flex items-center gap-1">
      {mayUrge ? (
        <Button
          aria-label={t("actOn", { act: t("urge"), name: task.code })}
          busy={pending}
          onClick={() => void send(task).then(setSent)}
          reason={sent || isUrgedLately(row, now) ? t("urged") : null}
          size="sm"
        >
          {t("urge")}
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Menu
          items={items}
          label={t("actOn", { act: t("more"), name: task.code })}
          trigger={(props) => (
            <IconButton {...props} label={t("actOn", { act: t("more"), name: task.code })} size="sm">
              <Icon name="more" />
            </IconButton>
          )}
        />
      ) : null}
    </span>
  );
}

const ENDED = ["closed", "submitted", "suspended", "terminated", "draft", "outOfScope"];

/** Whether the task itself excuses: it came to a status in which nobody is asked, or was moved out of the round. */
const isEnded = (excused: string | null) => excused !== null && ENDED.includes(excused);

function sayExcuse(excused: string, t: ReturnType<typeof useWords>): string {
  return isEnded(excused) ? t(`ended.${excused}`) : excused;
}
