"use client";

import { useWords } from "@/lib/words-client";
import { GROUPS, type Group } from "./filter-rules";
import type { ChangeFilter } from "./use-filter";

/** How the board is cut into lanes. */
export function GroupSelect({ group, change }: { group: Group | null; change: ChangeFilter }) {
  const t = useWords("board");
  return (
    <label className="flex items-center gap-1.5 whitespace-nowrap">
      <span className="text-muted">{t("group.label")}</span>
      <select
        className="min-h-7 rounded border border-edge bg-paper px-1.5 text-ui touch:min-h-control"
        onChange={(event) => change({ group: GROUPS.find((one) => one === event.target.value) ?? null })}
        value={group ?? ""}
      >
        <option value="">{t("group.none")}</option>
        {GROUPS.map((one) => (
          <option key={one} value={one}>
            {t(`group.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
