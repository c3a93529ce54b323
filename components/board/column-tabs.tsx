"use client";

import { Tabs } from "@/components/ui/tabs";
import { useWords } from "@/lib/words-client";
import { COLUMNS, type ColumnKey, type Columns } from "./lane-rules";

type Props = { columns: Columns; value: ColumnKey; onChange: (column: ColumnKey) => void };

/** On a phone one column is shown at a time. */
export function ColumnTabs({ columns, value, onChange }: Props) {
  const t = useWords("board");
  const tabs = COLUMNS.map(({ key }) => ({ key, label: t(`column.${key}`), count: columns[key].length }));
  return <Tabs group="board" label={t("column.tabs")} onChange={onChange} tabs={tabs} value={value} />;
}

/** What ties the column of a phone to its tab. */
export const panelOf = (tab: string) => ({
  "aria-labelledby": `board-${tab}`,
  id: "board-panel",
  role: "tabpanel",
});
