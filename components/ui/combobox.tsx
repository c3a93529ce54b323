"use client";

import { useWords } from "@/lib/words-client";
import { Chip, Chips } from "./chip";
import type { ComboboxOption } from "./combobox-filter";
import { ComboboxList } from "./combobox-list";
import { Field, type FieldProps } from "./field";
import { IconButton } from "./icon-button";
import { Icon } from "./icons";
import { useCombobox } from "./use-combobox";

export type { ComboboxOption } from "./combobox-filter";

type Shared = FieldProps & { options: readonly ComboboxOption[]; placeholder?: string };

type Props = Shared & { value: number | null; onChange: (id: number | null) => void };

/** One of many, found by typing: Chinese, pinyin or initials; the list keeps the order it is given. */
export function Combobox({ options, value, onChange, placeholder, name, ...field }: Props) {
  const t = useWords("ui");
  const box = useCombobox(options, onChange);
  const chosen = options.find((option) => option.id === value);
  const active = box.active ? `${box.listId}-${box.active.id}` : undefined;
  return (
    <Field {...field} name={name}>
      {(control) => (
        <span className="relative flex items-center">
          <input
            {...control}
            aria-activedescendant={box.open ? active : undefined}
            aria-autocomplete="list"
            aria-controls={box.open ? box.listId : undefined}
            aria-expanded={box.open}
            autoComplete="off"
            className="control pr-10"
            name={name}
            onBlur={box.close}
            onChange={(event) => box.search(event.target.value)}
            onClick={() => box.open || box.search("")}
            onKeyDown={box.onKeyDown}
            placeholder={chosen ? labelOf(chosen) : placeholder}
            ref={box.input}
            role="combobox"
            value={box.query ?? (chosen ? labelOf(chosen) : "")}
          />
          <span className="absolute right-0.5">
            {chosen && !box.open ? (
              <IconButton label={t("combobox.clear")} onClick={() => onChange(null)} size="sm">
                <Icon name="close" size={14} />
              </IconButton>
            ) : (
              <span className="pointer-events-none block p-2 text-muted">
                <Icon name="down" />
              </span>
            )}
          </span>
          {box.open && box.input.current ? (
            <ComboboxList anchor={box.input.current} box={box} chosen={value} label={field.label} />
          ) : null}
        </span>
      )}
    </Field>
  );
}

type ManyProps = Shared & { value: readonly number[]; onChange: (ids: number[]) => void };

/** Several of many; the chosen ones stand as chips above. */
export function ComboboxMany({ options, value, onChange, ...rest }: ManyProps) {
  const left = options.filter((option) => !value.includes(option.id));
  const chosen = value.flatMap((id) => options.find((option) => option.id === id) ?? []);
  return (
    <div className="flex flex-col gap-1.5">
      <Combobox
        {...rest}
        onChange={(id) => id !== null && onChange([...value, id])}
        options={left}
        value={null}
      />
      {chosen.length > 0 ? (
        <Chips label={rest.label}>
          {chosen.map((option) => (
            <Chip key={option.id} onRemove={() => onChange(value.filter((id) => id !== option.id))}>
              {labelOf(option)}
            </Chip>
          ))}
        </Chips>
      ) : null}
    </div>
  );
}

function labelOf(option: ComboboxOption): string {
  return option.note ? `${option.label}（${option.note}）` : option.label;
}
