"use client";

import { useRouter } from "next/navigation";
import type { BoardView } from "@/components/data/board-view";
import { ConnectionMark } from "@/components/data/notices";
import { useOffice } from "@/components/data/office";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { addDays, type Day } from "@/lib/calendar/rules";
import { useWords } from "@/lib/words-client";
import type { FactsOf } from "./facts-rules";
import { Figures } from "./figures";
import { FilterBar } from "./filter-bar";
import { FilterChips } from "./filter-chips";
import { type BoardFilter, hasConditions, writeFilter } from "./filter-rules";
import type { Arrangement } from "./use-arrangement";
import type { ChangeFilter } from "./use-filter";

type Props = {
  board: BoardView;
  filter: BoardFilter;
  change: ChangeFilter;
  factsOf: FactsOf;
  arranged: Arrangement;
  narrow: boolean;
  still: boolean;
};

/** The numbers, and everything by which the board is narrowed and cut. */
export function BoardHead({ board, filter, change, factsOf, arranged, narrow, still }: Props) {
  const [t, ui] = [useWords("board"), useWords("ui")];
  const router = useRouter();
  const { today } = useOffice();
  const papers = `/papers/progress?${writeFilter({ ...filter, group: null, taskId: null, mine: false })}`;
  return (
    <div className="flex flex-col gap-2 px-4 pt-2 pb-2 lg:px-6 print:hidden">
      <div className="flex items-center gap-4">
        <h1 className="shrink-0 text-heading max-md:sr-only">{t("title")}</h1>
        <Figures change={change} counts={arranged.counts} filter={filter} />
        <span className="ml-auto flex items-center gap-1">
          {still ? null : (
            <>
              <ConnectionMark />
              <IconButton
                label={t("past.open")}
                onClick={() => router.push(`/board/${monthEndBefore(today)}`)}
              >
                <Icon name="calendar" />
              </IconButton>
              <IconButton label={ui("takeOut")} onClick={() => router.push(papers)}>
                <Icon name="paper" />
              </IconButton>
            </>
          )}
          {narrow ? null : (
            <IconButton label={t("print.do")} onClick={() => window.print()}>
              <Icon name="print" />
            </IconButton>
          )}
        </span>
      </div>
      <FilterBar {...{ board, factsOf, filter, change, narrow }} counts={arranged.counts} />
      <FilterChips board={board} change={change} filter={filter} />
      <p className="sr-only" role="status">
        {hasConditions(filter) ? t("filter.found", { found: arranged.tasks.length }) : null}
      </p>
    </div>
  );
}

/** The past that people ask for first: how the month before ended. */
const monthEndBefore = (today: Day): Day => addDays(`${today.slice(0, 8)}01`, -1);
