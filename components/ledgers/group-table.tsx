"use client";

import { ProgressBar } from "@/components/ui/progress-bar";
import { Table, Td, Th } from "@/components/ui/table";
import { sayRatio } from "@/lib/house-style";
import type { GroupFigure } from "@/lib/ledgers/figure-rules";
import { useWords } from "@/lib/words-client";
import { CountButton } from "./count-button";

type Which = "count" | "writtenOff" | "overdue";
type Props<K> = {
  caption: string;
  head: string;
  groups: readonly (GroupFigure<K> & { name: string })[];
  onOpen: (group: GroupFigure<K>, which: Which) => void;
};

const COLUMNS = ["count", "writtenOff", "overdue"] as const;

/** The same figures group by group, with a bar beside each share. */
export function GroupTable<K>({ caption, head, groups, onOpen }: Props<K>) {
  const t = useWords("ledgers");
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th className="lg:static">{head}</Th>
          {COLUMNS.map((column) => (
            <Th className="lg:static" key={column} number>
              {t(`group.${column}`)}
            </Th>
          ))}
          <Th className="w-40 lg:static">{t("group.progress")}</Th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={String(group.key)}>
            <Td>{group.name}</Td>
            {COLUMNS.map((column) => (
              <Td key={column} number>
                <CountButton
                  label={`${group.name} ${t(`group.${column}`)}`}
                  onOpen={() => onOpen(group, column)}
                  value={group[column]}
                />
              </Td>
            ))}
            <Td>
              <span className="flex items-center gap-2">
                <ProgressBar label={`${group.name} ${t("group.progress")}`} value={group.progress ?? 0} />
                <span className="tabular w-12 shrink-0 text-right">
                  {group.progress === null ? "—" : sayRatio(group.progress)}
                </span>
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
