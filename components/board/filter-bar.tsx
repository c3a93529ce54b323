"use client";

import { memo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";
import type { Counts, FactsOf } from "./facts-rules";
import { FilterPicker } from "./filter-picker";
import { type BoardFilter, CHOICE_NAMES, hasConditions, withoutConditions } from "./filter-rules";
import { FilterSheet } from "./filter-sheet";
import { GroupSelect } from "./group-select";
import type { ChangeFilter } from "./use-filter";

type Props = {
  board: BoardView;
  factsOf: FactsOf;
  counts: Counts | null;
  filter: BoardFilter;
  change: ChangeFilter;
  narrow: boolean;
};

/** How the board is narrowed and cut. */
export const FilterBar = memo(function FilterBar({ narrow, ...props }: Props) {
  const { board, factsOf, change, filter } = props;
  const t = useWords("board");
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 print:hidden">
      <QuickChips {...props} />
      {narrow ? null : <span className="mx-1 h-5 border-line border-l" />}
      {narrow
        ? null
        : CHOICE_NAMES.map((choice) => (
            <FilterPicker {...{ choice, board, factsOf, change }} chosen={filter[choice]} key={choice} />
          ))}
      {hasConditions(filter) ? (
        <Button onClick={() => change(withoutConditions(filter))} size="sm" variant="quiet">
          {t("filter.reset")}
        </Button>
      ) : null}
      <span className="ml-auto flex flex-1 items-center gap-2 md:flex-none">
        {narrow ? (
          <FilterSheet {...{ board, factsOf, change, filter }} />
        ) : (
          <GroupSelect change={change} group={filter.group} />
        )}
        <SearchBox change={change} text={filter.text} />
      </span>
    </div>
  );
});

function QuickChips({ counts, filter, change }: Pick<Props, "counts" | "filter" | "change">) {
  const t = useWords("board");
  const figure = (one: "overdue" | "unreported") => (
    <Chip
      count={counts?.[one]}
      onToggle={() => change({ figure: filter.figure === one ? null : one })}
      selected={filter.figure === one}
    >
      {t(`quick.${one}`)}
    </Chip>
  );
  return (
    <Chips label={t("quick.label")}>
      <Chip count={counts?.mine} onToggle={() => change({ mine: !filter.mine })} selected={filter.mine}>
        {t("quick.mine")}
      </Chip>
      {figure("overdue")}
      {figure("unreported")}
    </Chips>
  );
}

/** These lead from the search to what it found. */
const LEAVING = ["Escape", "Enter", "ArrowDown"];

function SearchBox({ text, change }: { text: string; change: ChangeFilter }) {
  const t = useWords("board");
  return (
    <span className="relative flex min-w-0 flex-1 items-center md:w-52 md:flex-none">
      <span className="pointer-events-none absolute left-2 text-muted">
        <Icon name="search" size={14} />
      </span>
      <input
        aria-label={t("search.label")}
        className="control pl-7"
        data-board-search
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (!LEAVING.includes(event.key) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-task-id] a[tabindex="0"]')?.focus();
        }}
        placeholder={t("search.hint")}
        type="search"
        value={text}
      />
    </span>
  );
}
