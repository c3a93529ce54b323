"use client";

import { memo, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { daysInStage } from "@/lib/ledgers/age-rules";
import type { Setting } from "@/lib/ledgers/match-rules";
import { daysOverdue } from "@/lib/ledgers/rate-rules";
import type { Entry } from "@/lib/ledgers/rules";
import type { Words } from "@/lib/message-format";
import type { Column } from "./column-rules";
import { sayValue } from "./say-entry";
import { StageMark } from "./stage-mark";

type Props = {
  entry: Entry;
  columns: readonly Column[];
  setting: Setting;
  words: Words;
  /** Its place in the whole list, from 1, the head counted. */
  place: number;
  selected: boolean;
  current: boolean;
  stop: boolean;
};

/** One entry. It has no handlers of its own: the table listens once for all rows. */
export const EntryRow = memo(function EntryRow({ entry, columns, setting, words, place, ...mark }: Props) {
  return (
    <tr
      aria-rowindex={place}
      aria-selected={mark.selected}
      className={classNames(
        "h-(--row) cursor-pointer border-line border-b -outline-offset-2",
        mark.selected ? "bg-action-soft" : mark.current ? "bg-sunken" : "bg-paper hover:bg-ground",
      )}
      data-entry-id={entry.id}
      tabIndex={mark.stop ? 0 : -1}
    >
      <td className="w-10 pl-3">
        <input
          aria-label={words("table.select", { code: entry.code })}
          checked={mark.selected}
          className="block size-4 accent-action"
          data-select
          readOnly
          tabIndex={-1}
          type="checkbox"
        />
      </td>
      {columns.map((column) => (
        <td
          className={classNames(
            "truncate px-3",
            (column.number || column.key === "due") && "tabular",
            column.number && "text-right",
          )}
          key={column.key}
        >
          {cellOf(column, entry, setting, words)}
        </td>
      ))}
      <td className="w-12 pr-1 text-right">
        <button
          aria-label={words("table.menu", { code: entry.code })}
          className="inline-flex size-7 items-center justify-center rounded hover:bg-sunken"
          data-more
          tabIndex={-1}
          type="button"
        >
          <Icon name="more" />
        </button>
      </td>
    </tr>
  );
});

/** What a column says of an entry; also for paper. */
export function cellOf(column: Column, entry: Entry, setting: Setting, t: Words): ReactNode {
  const { definition, today, unitNames, postNames } = setting;
  switch (column.key) {
    case "code":
      return <span className="tabular font-semibold">{entry.code}</span>;
    case "title":
      return entry.title;
    case "stage":
      return <StageMark entry={entry} stages={definition.stages} today={today} />;
    case "track":
      return definition.tracks.find(({ key }) => key === entry.track)?.name ?? "";
    case "since":
      return entry.writtenOffOn === null ? t("days", { count: daysInStage(entry, today) }) : "";
    case "due":
      return <Due entry={entry} t={t} today={today} />;
    case "unit":
      return unitNames[entry.unitId ?? 0] ?? "";
    case "post":
      return postNames[entry.postId ?? 0] ?? "";
    case "sponsor":
      return postNames[entry.sponsorPostId ?? 0] ?? "";
    default:
      return column.field ? sayValue(column.field, entry.data[column.field.key] ?? "", t) : "";
  }
}

function Due({ entry, today, t }: { entry: Entry; today: string; t: Words }) {
  if (entry.writtenOffOn !== null) return <span className="text-muted">{entry.writtenOffOn}</span>;
  const days = daysOverdue(entry, today);
  if (days > 0)
    return <span className="font-semibold text-red-strong">{t("overdueBy", { count: days })}</span>;
  return entry.stageDue;
}
