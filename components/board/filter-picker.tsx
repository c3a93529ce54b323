"use client";

import { memo, useMemo, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { fold } from "@/components/palette/find-rules";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Lamp, type Light } from "@/components/ui/lamp";
import { Popover } from "@/components/ui/popover";
import { useWords } from "@/lib/words-client";
import { type ChoiceOption, optionsOf, toggled } from "./choices";
import type { FactsOf } from "./facts-rules";
import type { Choice } from "./filter-rules";
import { useChoiceWords } from "./use-choice-words";
import type { ChangeFilter } from "./use-filter";

/** Lists longer than this can be searched. */
const LONG = 12;

export type PickerProps = {
  choice: Choice;
  board: BoardView;
  factsOf: FactsOf;
  chosen: readonly (string | number)[];
  change: ChangeFilter;
};

/** One thing to filter by, as a button with a list. */
export const FilterPicker = memo(function FilterPicker(props: PickerProps) {
  const t = useWords("board");
  const chosen = props.chosen.length;
  return (
    <Popover
      label={t(`choice.${props.choice}`)}
      trigger={(trigger) => (
        <Button {...trigger} size="sm" variant="quiet">
          {t(`choice.${props.choice}`)}
          {chosen > 0 ? <span className="tabular text-action">{chosen}</span> : null}
          <Icon name="down" size={12} />
        </Button>
      )}
    >
      {() => <PickerList {...props} />}
    </Popover>
  );
});

/** The list of a choice; several may be chosen. */
export function PickerList({ choice, board, factsOf, chosen, change }: PickerProps) {
  const t = useWords("board");
  const [wanted, setWanted] = useState("");
  const say = useChoiceWords();
  const options = useMemo(() => optionsOf(choice, board, factsOf, say), [choice, board, factsOf, say]);
  const on = chosen.map(String);
  const found = options.filter(({ label }) => fold(label).includes(fold(wanted.trim())));
  return (
    <div className="flex flex-col gap-1">
      {options.length > LONG ? (
        <input
          aria-label={t("choice.search")}
          className="control mb-1"
          data-autofocus
          onChange={(event) => setWanted(event.target.value)}
          placeholder={t("choice.search")}
          type="search"
          value={wanted}
        />
      ) : null}
      <ul className="max-h-80 overflow-y-auto overscroll-contain">
        {found.map((option) => (
          <PickerRow
            chosen={on.includes(option.value)}
            isLight={choice === "lights"}
            key={option.value}
            onToggle={() => change(toggled(choice, chosen, option.value))}
            option={option}
          />
        ))}
      </ul>
      {found.length === 0 ? <p className="px-1 py-2 text-muted">{t("choice.nothing")}</p> : null}
    </div>
  );
}

type RowProps = { option: ChoiceOption; chosen: boolean; isLight: boolean; onToggle: () => void };

function PickerRow({ option, chosen, isLight, onToggle }: RowProps) {
  return (
    <li>
      <label
        className="flex min-h-8 items-center gap-2 rounded px-1 hover:bg-sunken touch:min-h-11"
        style={{ paddingLeft: 4 + option.depth * 16 }}
      >
        <input checked={chosen} className="size-4 accent-action" onChange={onToggle} type="checkbox" />
        {isLight ? <Lamp light={option.value as Light} size="sm" /> : null}
        <span className="min-w-0 flex-1">{option.label}</span>
        <span className="tabular text-muted">{option.count}</span>
      </label>
    </li>
  );
}
