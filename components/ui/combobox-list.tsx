"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { useWords } from "@/lib/words-client";
import { announce } from "./announce";
import { classNames } from "./class-names";
import type { ComboboxOption } from "./combobox-filter";
import { Floating } from "./floating";
import { useLayer } from "./layer";
import type { useCombobox } from "./use-combobox";

// More than anybody reads through; typing narrows it down.
const MOST = 200;

type Props = {
  anchor: HTMLInputElement;
  label: string;
  chosen: number | null;
  box: ReturnType<typeof useCombobox>;
};

export function ComboboxList({ anchor, label, chosen, box }: Props) {
  const t = useWords("ui");
  const ref = useRef<HTMLDivElement>(null);
  useLayer({ ref, anchor, modal: false, takesFocus: false, onClose: box.close });
  const said = box.found.length === 0 ? t("combobox.none") : t("combobox.found", { count: box.found.length });
  useEffect(() => announce(said), [said]);
  const activeId = box.active?.id;
  useEffect(() => {
    ref.current?.querySelector(`[data-option="${activeId}"]`)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <Floating anchor={anchor} className="z-50" matchWidth ref={ref}>
      <div
        aria-label={label}
        className="drawn-in max-h-80 overflow-y-auto overscroll-contain rounded border border-line bg-paper py-1 shadow"
        id={box.listId}
        onMouseDown={keepFocus}
        role="listbox"
        tabIndex={-1}
      >
        {box.found.slice(0, MOST).map((option, place) => (
          <OptionRow
            active={option.id === activeId}
            chosen={option.id === chosen}
            heading={option.group !== box.found[place - 1]?.group ? option.group : undefined}
            id={`${box.listId}-${option.id}`}
            key={option.id}
            onPick={() => box.pick(option)}
            option={option}
          />
        ))}
        {box.found.length === 0 ? <div className="px-3 py-2 text-muted">{t("combobox.none")}</div> : null}
      </div>
    </Floating>
  );
}

/** The input keeps the focus while an option is pressed, so that its blur does not close the list first. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
}

type RowProps = {
  id: string;
  option: ComboboxOption;
  active: boolean;
  chosen: boolean;
  heading: string | undefined;
  onPick: () => void;
};

function OptionRow({ id, option, active, chosen, heading, onPick }: RowProps) {
  return (
    <>
      {heading ? (
        <div className="px-3 pt-2 pb-0.5 text-muted text-small" role="presentation">
          {heading}
        </div>
      ) : null}
      <button
        aria-selected={chosen}
        className={classNames(
          "flex min-h-8 w-full items-center text-left gap-2 px-3 py-1 touch:min-h-11",
          active ? "bg-action-soft" : "hover:bg-sunken",
          chosen && "font-semibold",
        )}
        data-option={option.id}
        id={id}
        onClick={onPick}
        role="option"
        tabIndex={-1}
        type="button"
      >
        <span>{option.label}</span>
        {option.note ? <span className="text-muted text-small">{option.note}</span> : null}
      </button>
    </>
  );
}
