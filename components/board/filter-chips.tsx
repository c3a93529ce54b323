"use client";

import type { BoardView } from "@/components/data/board-view";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { useWords } from "@/lib/words-client";
import { labelOf, toggled } from "./choices";
import {
  type BoardFilter,
  CHOICE_NAMES,
  type Figure,
  hasConditions,
  withoutConditions,
} from "./filter-rules";
import { useChoiceWords } from "./use-choice-words";
import type { ChangeFilter } from "./use-filter";

type Props = { board: BoardView; filter: BoardFilter; change: ChangeFilter; found: number };

/** What the list is narrowed by, each to be taken away; nothing stands here when all is shown. */
export function FilterChips({ board, filter, change, found }: Props) {
  const t = useWords("board");
  const say = useChoiceWords();
  if (!hasConditions(filter)) return null;
  // The quick filters show themselves that they are on.
  const isQuick = (figure: Figure) => figure === "overdue" || figure === "unreported";
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 print:hidden">
      <Chips label={t("filter.chosen")}>
        {filter.text.trim() ? (
          <Chip onRemove={() => change({ text: "" })}>“{filter.text.trim()}”</Chip>
        ) : null}
        {filter.figure && !isQuick(filter.figure) ? (
          <Chip onRemove={() => change({ figure: null })}>{t(`figures.${filter.figure}`)}</Chip>
        ) : null}
        {CHOICE_NAMES.flatMap((choice) =>
          filter[choice].map(String).map((value) => (
            <Chip key={`${choice}-${value}`} onRemove={() => change(toggled(choice, filter[choice], value))}>
              {labelOf(choice, value, board, say)}
            </Chip>
          )),
        )}
      </Chips>
      <span className="tabular text-muted" role="status">
        {t("filter.found", { found })}
      </span>
      <Button onClick={() => change(withoutConditions(filter))} size="sm" variant="quiet">
        {t("filter.reset")}
      </Button>
    </div>
  );
}
