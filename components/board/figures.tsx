"use client";

import { type MouseEvent, memo } from "react";
import { classNames } from "@/components/ui/class-names";
import { FIGURES, type Figure } from "@/lib/lights/figures";
import { useWords } from "@/lib/words-client";
import type { Counts } from "./facts-rules";
import { type BoardFilter, writeFilter } from "./filter-rules";
import type { ChangeFilter } from "./use-filter";

type Props = { counts: Counts | null; filter: BoardFilter; change: ChangeFilter };

/** Asked for by other pages alone: the head names them only while they are asked for. */
const ELSEWHERE: readonly Figure[] = ["extended", "due"];

/** The numbers of what is filtered; each opens its list. */
export const Figures = memo(function Figures({ counts, filter, change }: Props) {
  const t = useWords("board");
  return (
    <ul aria-label={t("figures.label")} className="flex min-w-0 overflow-x-auto max-md:-mx-3">
      <FigureLink
        chosen={filter.figure === null}
        count={counts?.total}
        figure={null}
        {...{ filter, change }}
      />
      {FIGURES.filter((figure) => !ELSEWHERE.includes(figure) || filter.figure === figure).map((figure) => (
        <FigureLink
          chosen={filter.figure === figure}
          count={counts?.[figure]}
          figure={figure}
          key={figure}
          {...{ filter, change }}
        />
      ))}
    </ul>
  );
});

type LinkProps = Omit<Props, "counts"> & {
  figure: Figure | null;
  count: number | undefined;
  chosen: boolean;
};

function FigureLink({ figure, count, chosen, filter, change }: LinkProps) {
  const t = useWords("board");
  const target = chosen ? null : figure;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change({ figure: target });
  };
  const alarming = (figure === "overdue" || figure === "behind") && (count ?? 0) > 0;
  return (
    <li className="border-line border-l first:border-l-0">
      <a
        aria-current={chosen && figure !== null ? "true" : undefined}
        className={classNames(
          "flex items-baseline gap-1.5 rounded px-3 py-0.5 -outline-offset-2 hover:bg-sunken touch:min-h-11 touch:items-center md:min-w-18 md:flex-col md:gap-0",
          chosen && figure !== null && "bg-action-soft",
        )}
        href={`?${writeFilter({ ...filter, figure: target, taskId: null })}`}
        onClick={open}
      >
        <span
          className={classNames(
            "tabular text-heading md:text-[1.5rem] md:leading-7",
            alarming ? (figure === "overdue" ? "text-red-strong" : "text-ink") : undefined,
            count === 0 && "text-muted",
          )}
        >
          {count ?? "–"}
        </span>
        <span className="whitespace-nowrap text-muted text-small">{t(`figures.${figure ?? "total"}`)}</span>
      </a>
    </li>
  );
}
