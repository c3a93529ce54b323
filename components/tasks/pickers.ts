"use client";

import { useEffect, useMemo, useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import type { ComboboxOption } from "@/components/ui/combobox";
import { inTreeOrder } from "@/lib/organisation/rules";
import { useWords } from "@/lib/words-client";

type Frame = Pick<BoardView, "units" | "posts" | "sections">;
type Keys = Record<number, string>;

/** Open units as choices, in the order of the organisation. */
export function unitOptions({ units }: Pick<Frame, "units">): ComboboxOption[] {
  return inTreeOrder([...units.values()]).map(({ id, name, shortName }) => ({
    id,
    label: name,
    keys: shortName,
  }));
}

/** Posts as choices, unit by unit in the order of the organisation, with who holds them; `vacant` stands for nobody. */
export function postOptions({ units, posts }: Frame, keys: Keys, vacant: string): ComboboxOption[] {
  const byUnit = new Map<number, ComboboxOption[]>();
  for (const { id, unitId, name, holders } of posts.values()) {
    const group = units.get(unitId)?.name;
    const option = { id, label: name, note: holders || vacant, group, keys: keys[id] };
    byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), option]);
  }
  return inTreeOrder([...units.values()]).flatMap(({ id }) => byUnit.get(id) ?? []);
}

/** Posts of the leading body, from which a sponsor is chosen; every post where the office has no such unit. */
export function sponsorOptions(frame: Frame, all: readonly ComboboxOption[]): ComboboxOption[] {
  const leading = all.filter(({ id }) => {
    const unit = frame.units.get(frame.posts.get(id)?.unitId ?? 0);
    return unit?.kind === "leadership";
  });
  return leading.length > 0 ? leading : [...all];
}

/** Sections as choices, in the order of the plan; only those that hold no other. */
export function sectionOptions({ sections }: Pick<Frame, "sections">): ComboboxOption[] {
  const parents = new Set([...sections.values()].map(({ parentId }) => parentId));
  return [...sections.values()]
    .filter(({ id }) => !parents.has(id))
    .map(({ id, code, title, clause }) => ({ id, label: `${code} ${title}`, note: clause, keys: code }));
}

let loaded: Promise<Keys> | null = null;

/** The sounds of names; without them the picker still finds what is written. */
function loadKeys(): Promise<Keys> {
  loaded ??= fetch("/api/posts", { cache: "no-store" })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as { keys: Keys }).keys : {}))
    .catch(() => {
      loaded = null;
      return {};
    });
  return loaded;
}

export type Choices = Record<"units" | "posts" | "sponsors" | "sections", ComboboxOption[]>;

/** Everything that can be chosen for a task; empty until the board is there. */
export function useChoices(board: BoardView | null): Choices {
  const t = useWords("tasks");
  const [keys, setKeys] = useState<Keys>({});
  useEffect(() => {
    let here = true;
    void loadKeys().then((found) => here && setKeys(found));
    return () => {
      here = false;
    };
  }, []);
  const vacant = t("vacant");
  const { units, posts, sections } = board ?? {};
  return useMemo(() => {
    if (!units || !posts || !sections) return { units: [], posts: [], sponsors: [], sections: [] };
    const frame = { units, posts, sections };
    const all = postOptions(frame, keys, vacant);
    return {
      units: unitOptions(frame),
      posts: all,
      sponsors: sponsorOptions(frame, all),
      sections: sectionOptions(frame),
    };
  }, [units, posts, sections, keys, vacant]);
}
