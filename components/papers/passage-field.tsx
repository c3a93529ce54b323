"use client";

import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useWords } from "@/lib/words-client";
import { type Passage, textOf } from "./passage-rules";

type Props = {
  passage: Passage;
  n: number;
  first: boolean;
  last: boolean;
  onChange: (text: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onAdd: () => void;
};

/** One passage with what can be done about it. */
export function PassageField({ passage, n, first, last, onChange, onMove, onRemove, onAdd }: Props) {
  const t = useWords("papers");
  const items: MenuEntry[] = [
    { label: t("edit.addBelow"), onSelect: onAdd },
    ...(first ? [] : [{ label: t("edit.up"), onSelect: () => onMove(-1) }]),
    ...(last ? [] : [{ label: t("edit.down"), onSelect: () => onMove(1) }]),
    { label: t("edit.remove"), danger: true, onSelect: onRemove },
  ];
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Words n={n} onChange={onChange} passage={passage} />
      </div>
      <Menu
        items={items}
        label={t("edit.menu", { n })}
        trigger={(props) => (
          <IconButton {...props} label={t("edit.menu", { n })}>
            <Icon name="more" />
          </IconButton>
        )}
      />
    </div>
  );
}

function Words({ passage, n, onChange }: Pick<Props, "passage" | "n" | "onChange">) {
  const t = useWords("papers");
  const value = textOf(passage);
  if (passage.kind === "table") {
    return (
      <div className="rounded border border-line bg-sunken px-3 py-2 text-ui">
        <p>{t("edit.table", { title: passage.title || t("edit.unnamed"), n: passage.rows })}</p>
        <p className="text-muted text-small">{t("edit.tableTells")}</p>
      </div>
    );
  }
  if (passage.kind === "heading") {
    return (
      <TextInput
        className="font-semibold"
        hideLabel
        label={t("edit.heading", { n })}
        maxLength={400}
        onChange={(event) => onChange(event.target.value)}
        value={value}
      />
    );
  }
  return (
    <TextArea
      hideLabel
      label={t("edit.block", { n })}
      maxLength={8000}
      onChange={(event) => onChange(event.target.value)}
      value={value}
    />
  );
}
