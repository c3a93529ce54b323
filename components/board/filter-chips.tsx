"use client";

import type { BoardView } from "@/components/data/board-view";
import { Chip, Chips } from "@/components/ui/chip";
import { useWords } from "@/lib/words-client";
import { labelOf, toggled } from "./choices";
import { type BoardFilter, CHOICE_NAMES } from "./filter-rules";
import { useChoiceWords } from "./use-choice-words";
import type { ChangeFilter } from "./use-filter";

type Props = { board: BoardView; filter: BoardFilter; change: ChangeFilter };

/** What the list is narrowed by, each to be taken away; the quick filters show themselves that they are on. */
export function FilterChips({ board, filter, change }: Props) {
  const t = useWords("board");
  const say = useChoiceWords();
  const { text, figure } = filter;
  const named = figure && figure !== "overdue" && figure !== "unreported" ? figure : null;
  const chosen = CHOICE_NAMES.flatMap((choice) =>
    filter[choice].map(String).map((value) => ({ choice, value })),
  );
  if (!text.trim() && !named && chosen.length === 0) return null;
  return (
    <Chips label={t("filter.chosen")}>
      {text.trim() ? <Chip onRemove={() => change({ text: "" })}>“{text.trim()}”</Chip> : null}
      {named ? <Chip onRemove={() => change({ figure: null })}>{t(`figures.${named}`)}</Chip> : null}
      {chosen.map(({ choice, value }) => (
        <Chip key={`${choice}-${value}`} onRemove={() => change(toggled(choice, filter[choice], value))}>
          {labelOf(choice, value, board, say)}
        </Chip>
      ))}
    </Chips>
  );
}
