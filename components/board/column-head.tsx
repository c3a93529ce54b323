"use client";

import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { type StatusShape, StatusShapeIcon } from "@/components/ui/status-mark";
import { useWords } from "@/lib/words-client";
import type { ColumnKey } from "./lane-rules";

export const SHAPES: Record<ColumnKey, StatusShape> = {
  draft: "draft",
  assigned: "notStarted",
  inProgress: "inProgress",
  submitted: "waiting",
  closed: "done",
  stopped: "suspended",
};

type Props = {
  column: ColumnKey;
  count: number;
  folded: boolean;
  /** There is no room for a folded name below the count. */
  flat?: boolean;
  onFold: (column: ColumnKey) => void;
};

/** The name of a column and how many tasks stand in it; a press folds it to a strip. */
export function ColumnHead({ column, count, folded, flat = false, onFold }: Props) {
  const t = useWords("board");
  const upright = folded && !flat;
  return (
    <button
      aria-expanded={!folded}
      className={classNames(
        "group flex w-full items-center gap-1.5 rounded text-left -outline-offset-2 hover:bg-sunken",
        upright ? "h-full flex-col py-2" : "h-9",
        folded ? "px-0" : "px-1.5",
      )}
      onClick={() => onFold(column)}
      title={t(folded ? "column.unfold" : "column.fold")}
      type="button"
    >
      <StatusShapeIcon shape={SHAPES[column]} />
      <span
        className={
          folded && flat
            ? "sr-only"
            : classNames("font-semibold", upright && "w-[1em] break-all text-center leading-5")
        }
      >
        {t(`column.${column}`)}
      </span>
      <span className="tabular text-muted">{count}</span>
      {folded ? null : (
        <span className="ml-auto text-muted opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100">
          <Icon name="left" size={14} />
        </span>
      )}
    </button>
  );
}
