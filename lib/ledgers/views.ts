import type { Day } from "../calendar/rules";
import type { Figures, RateFigure } from "./figure-rules";
import type { Definition, Entry, EntryRow } from "./rules";

/** The shapes in which ledgers reach pages; masked unless a reveal says otherwise. */

export type LedgerHead = Definition & {
  id: number;
  version: number;
  name: string;
  entryWord: string;
  label: "open" | "internal" | "sensitive";
  weight: number;
  order: number;
  closedOn: Day | null;
};

export type LedgerTask = { id: number; code: string; title: string; status: string };

export type LedgerSummary = {
  id: number;
  name: string;
  entryWord: string;
  label: LedgerHead["label"];
  counting: LedgerHead["counting"];
  closedOn: Day | null;
  task: LedgerTask;
  /** True when only the entries are counted that this person answers for. */
  ownOnly: boolean;
  count: number;
  writtenOff: number;
  overdue: number;
  /** By weight, in [0,1]; null while there is nothing to count. */
  progress: number | null;
  /** How many stand in each stage; `end`: it is written off. */
  stages: { key: string; name: string; end: boolean; count: number }[];
  rates: RateFigure[];
  /** The day of the last move; null when there is none. */
  lastOn: Day | null;
};

/** What this person may do here; for a single entry ask `movable` or EntryDetail.may. */
export type LedgerRights = {
  define: boolean;
  add: boolean;
  plot: boolean;
  recheck: boolean;
  reveal: boolean;
};

export type PlotRow = {
  id: number;
  version: number;
  name: string;
  width: number;
  height: number;
  mime: string;
};

export type LedgerView = {
  ledger: LedgerHead;
  task: LedgerTask;
  today: Day;
  ownOnly: boolean;
  may: LedgerRights;
  /** Which entries this person may move: all, or those with these ids. */
  movable: "all" | number[];
  /** Some of its masked words may be read by this person, who is then recorded. */
  revealable: boolean;
  /** Those taken out are among them, with `removedOn`. */
  entries: EntryRow[];
  /** Removed plots are left out. */
  plots: PlotRow[];
  unitNames: Record<number, string>;
  /** Of posts that entries name. */
  postNames: Record<number, string>;
  /** Every unit and post that an entry can be given to, for choosing and for pasted tables; empty without the right to add. */
  choices: {
    units: { id: number; name: string; full: string }[];
    posts: { id: number; name: string; unitId: number }[];
  };
};

export type MoveView = {
  id: number;
  fromStage: string | null;
  toStage: string;
  fromTrack: string | null;
  toTrack: string | null;
  day: Day;
  reason: string;
  /** The move that this one takes back; null for an ordinary one. */
  undoesId: number | null;
  undone: boolean;
  author: string;
  at: string;
};
export type RecheckView = { id: number; day: Day; passed: boolean; note: string; author: string; at: string };
export type EntryEvidence = {
  id: number;
  moveId: number;
  name: string;
  mime: string;
  size: number;
  hasThumb: boolean;
  author: string;
  at: string;
};

/** What this person's rights allow. */
export type EntryRights = {
  move: boolean;
  edit: boolean;
  fill: boolean;
  reveal: boolean;
  recheck: boolean;
  undo: boolean;
  place: boolean;
};

export type EntryDetail = {
  ledger: LedgerHead;
  task: LedgerTask;
  today: Day;
  entry: Entry & { removedWhy: string | null };
  /** True while title, sensitive fields or remarks are hidden. */
  masked: boolean;
  may: EntryRights;
  /** Why the server would refuse it although this person has the right: a key of the refusals. */
  refusals: Record<keyof EntryRights, string | null>;
  moves: MoveView[];
  rechecks: RecheckView[];
  evidence: EntryEvidence[];
  unitNames: Record<number, string>;
  postNames: Record<number, string>;
};

export type PlotFile = {
  id: number;
  sha256: string;
  mime: string;
  size: number;
  width: number;
  height: number;
};

export type LedgerFigures = {
  ledger: LedgerHead;
  task: LedgerTask;
  figures: Figures;
  unitNames: Record<number, string>;
};
