import type { Entry } from "@/lib/ledgers/rules";

/** Where an entry is meant to go. */
export type Target = { stage: string; track: string | null };

/** What was chosen and needs an answer before it is done. */
export type Asked =
  | { what: "move"; entries: readonly Entry[]; target: Target }
  | { what: "add" }
  | { what: "edit" | "remove" | "restore" | "recheck"; entry: Entry }
  | { what: "assignMany" | "removeMany"; entries: readonly Entry[] }
  | { what: "paste" | "change" | "close" }
  | { what: "addPlot" }
  | { what: "renamePlot" | "removePlot"; plotId: number };
