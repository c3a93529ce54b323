"use client";

import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { AgendaKind } from "@/lib/meetings/agenda-rules";
import { useWords } from "@/lib/words-client";
import { kindsIn, type Wanted } from "./find-rules";

type Props = {
  items: readonly AgendaItemView[];
  wanted: Wanted;
  found: number;
  onChange: (wanted: Wanted) => void;
};

/** Above a long agenda: by number, words or kind to what is wanted. */
export function FindBar({ items, wanted, found, onChange }: Props) {
  const t = useWords("agenda");
  const kinds = kindsIn(items).map(({ kind, count }) => ({
    value: kind,
    label: `${t(`kind.${kind}`)} ${count}`,
  }));
  const asks = wanted.text.trim() !== "" || wanted.kind !== null;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <span className="w-60 max-sm:flex-1">
        <TextInput
          hideLabel
          label={t("find.label")}
          name="find-item"
          onChange={(event) => onChange({ ...wanted, text: event.target.value })}
          onKeyDown={(event) => event.key === "Escape" && onChange({ text: "", kind: null })}
          placeholder={t("find.hint")}
          type="search"
          value={wanted.text}
        />
      </span>
      <Select
        hideLabel
        label={t("find.kind")}
        name="find-kind"
        onChange={(event) => onChange({ ...wanted, kind: (event.target.value || null) as AgendaKind | null })}
        options={kinds}
        placeholder={t("find.all")}
        value={wanted.kind ?? ""}
      />
      <span className="tabular text-muted" role="status">
        {asks ? t("find.found", { count: found }) : null}
      </span>
    </div>
  );
}
