"use client";

import { useDeferredValue, useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useWords } from "@/lib/words-client";
import { BoardCards } from "./board-cards";
import { BoardHead } from "./board-head";
import { labelOf } from "./choices";
import { type BoardFilter, CHOICE_NAMES, hasConditions, withoutConditions } from "./filter-rules";
import { StillCards } from "./past/still-cards";
import { PrintList } from "./print-list";
import { useArrangement } from "./use-arrangement";
import { useChoiceWords } from "./use-choice-words";
import { useFacts } from "./use-facts";
import { useFilter } from "./use-filter";
import { useMedia } from "./use-media";

/** `still`: the board of a day that is over, which is only looked at. */
type Props = { board: BoardView; still?: boolean };

/** The board with its tasks: what is asked for stands in the address, what is shown follows from it. */
export function BoardPage({ board, still = false }: Props) {
  const { actor } = useOffice();
  const [filter, change] = useFilter();
  const { factsOf, ready } = useFacts(board, actor);
  const asked = useFollowing(filter);
  const arranged = useArrangement(board, asked, factsOf, ready);
  const narrow = useMedia("(width < 48rem)");
  const nothing = arranged.tasks.length === 0 && !arranged.waiting && hasConditions(asked);
  const cards = { board, filter, factsOf, arranged, narrow };
  return (
    <>
      <BoardHead {...cards} change={change} still={still} />
      {nothing ? (
        <NothingFound onReset={() => change(withoutConditions(filter))} onlyMine={filter.mine} />
      ) : still ? (
        <StillCards {...cards} />
      ) : (
        <BoardCards {...cards} change={change} />
      )}
      <PrintList
        {...{ board, arranged, factsOf }}
        conditions={useConditions(filter, board)}
        group={filter.group}
      />
    </>
  );
}

/** The filter whose cards are shown: each key stands in the search box at once, and the cards follow without holding up the next. */
function useFollowing(filter: BoardFilter): BoardFilter {
  const text = useDeferredValue(filter.text);
  return useMemo(() => ({ ...filter, text }), [filter, text]);
}

function NothingFound({ onReset, onlyMine }: { onReset: () => void; onlyMine: boolean }) {
  const t = useWords("board");
  return (
    <EmptyState
      action={<Button onClick={onReset}>{t("filter.reset")}</Button>}
      title={t("empty.nothingFound")}
    >
      {onlyMine ? t("empty.nothingMine") : null}
    </EmptyState>
  );
}

/** The filter in words, for paper. */
function useConditions(filter: BoardFilter, board: BoardView): string {
  const t = useWords("board");
  const say = useChoiceWords();
  const chosen = CHOICE_NAMES.flatMap((choice) =>
    filter[choice].map((value) => labelOf(choice, String(value), board, say)),
  );
  const quick = [
    filter.mine ? t("quick.mine") : "",
    filter.figure ? t(`figures.${filter.figure}`) : "",
    filter.text.trim() ? `“${filter.text.trim()}”` : "",
  ];
  return [...quick, ...chosen].filter(Boolean).join(t("print.and"));
}
