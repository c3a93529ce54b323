import { type Day, parseDay } from "../calendar/rules";
import { checkNumber, checkValue, type DataFault } from "./data-rules";
import { type EntryRefusal, refusalOfMove, refusalOfPlace } from "./move-rules";
import { type Column, cellsOf, type Head, headOf } from "./paste-table-rules";
import { type Data, type Definition, type EntryFacts, stagesOn } from "./rules";

/** What a pasted table means: new entries, changes to known ones, and every fault with its place. */

export type PasteReason =
  | DataFault
  | EntryRefusal
  | "codeMissing"
  | "twiceInPaste"
  | "unitUnknown"
  | "postUnknown"
  | "notPositive"
  | "impossibleDay"
  | "tooManyRows"
  | "headMissing"
  | "columnUnknown"
  | "columnTwice"
  | "tooLong";

/** `row`: its line in the paste, the head being 1. `column`: as the head of the paste says. */
export type PasteFault = { row: number; column: string; reason: PasteReason; value: string };

export type PasteRow = {
  row: number;
  /** Null for an entry that is not in the ledger yet. */
  entryId: number | null;
  code: string;
  title: string | null;
  /** Only what the table says. */
  data: Data;
  stage: string;
  track: string | null;
  weight: number | null;
  unitId: number | null;
  postId: number | null;
  sponsorPostId: number | null;
  joinedOn: Day;
  /** Whether a known entry changes its stage or track, and since when. */
  moves: boolean;
  day: Day;
};

export type PasteLedger = Definition & { closedOn: Day | null };

/** What is known of the house. */
export type PasteNames = {
  entries: ReadonlyMap<string, EntryFacts & { id: number }>;
  units: ReadonlyMap<string, number>;
  posts: ReadonlyMap<string, number>;
  today: Day;
  /** Where no column says when and why something moved. */
  day: Day;
  reason: string;
};

export const MOST_ROWS = 10_000;

/** Reads a table as it comes from a spreadsheet. Rows with a fault are left out of `rows`. */
export function readPaste(
  text: string,
  ledger: PasteLedger,
  names: PasteNames,
): { rows: PasteRow[]; faults: PasteFault[] } {
  const [first, ...lines] = cellsOf(text);
  const { head, faults } = headOf(first ?? [], ledger.fields);
  if (faults.length > 0) return { rows: [], faults };
  if (lines.length > MOST_ROWS) {
    const value = String(lines.length);
    return { rows: [], faults: [{ row: MOST_ROWS + 2, column: "", reason: "tooManyRows", value }] };
  }
  const seen = new Set<string>();
  const read = lines.flatMap((cells, at) =>
    cells.every((cell) => cell === "") ? [] : [readRow(cells, at + 2, head, ledger, names, seen)],
  );
  return {
    rows: read.flatMap(({ row, faults }) => (faults.length === 0 ? [row] : [])),
    faults: read.flatMap((one) => one.faults),
  };
}

type Say = (column: Column, reason: PasteReason) => void;

function readRow(
  cells: readonly string[],
  line: number,
  head: Head,
  ledger: PasteLedger,
  names: PasteNames,
  seen: Set<string>,
): { row: PasteRow; faults: PasteFault[] } {
  const faults: PasteFault[] = [];
  const cell = (column: Column) => cells[head.places.get(column) ?? -1] ?? "";
  const say: Say = (column, reason) => {
    // A fault of a column that the table leaves out is shown at the code, so that it can be found.
    const shown = head.places.has(column) ? column : "code";
    faults.push({ row: line, column: head.words.get(shown) ?? "", reason, value: cell(shown) });
  };
  const code = readCode(cell("code"), seen, say);
  const known = names.entries.get(code) ?? null;
  const base = {
    ...{ row: line, entryId: known?.id ?? null, code },
    title: cell("title") === "" ? null : cell("title"),
    data: readData(cell, head, ledger, known === null, say),
    weight: readWeight(cell("weight"), say),
    unitId: readName(cell("unit"), names.units, "unit", "unitUnknown", say),
    postId: readName(cell("post"), names.posts, "post", "postUnknown", say),
    sponsorPostId: readName(cell("sponsor"), names.posts, "sponsor", "postUnknown", say),
  };
  if ((base.title?.length ?? 0) > 200) say("title", "tooLong");
  const place = readPlace(cell, ledger, names, known, say);
  return { row: { ...base, ...place }, faults };
}

function readCode(code: string, seen: Set<string>, say: Say): string {
  if (code === "") say("code", "codeMissing");
  else if (code.length > 60) say("code", "tooLong");
  else if (seen.has(code)) say("code", "twiceInPaste");
  seen.add(code);
  return code;
}

function readWeight(cell: string, say: Say): number | null {
  if (cell === "") return null;
  const { value, fault } = checkNumber(cell);
  if (fault !== null) say("weight", fault);
  else if (Number(value) <= 0 || Number(value) > 100_000) say("weight", "notPositive");
  return fault === null ? Number(value) : null;
}

function readName(
  cell: string,
  ids: ReadonlyMap<string, number>,
  column: Column,
  unknown: PasteReason,
  say: Say,
): number | null {
  if (cell === "") return null;
  const id = ids.get(cell);
  if (id === undefined) say(column, unknown);
  return id ?? null;
}

function readData(
  cell: (column: Column) => string,
  head: Head,
  { fields }: PasteLedger,
  isNew: boolean,
  say: Say,
): Data {
  const data: Data = {};
  for (const field of fields) {
    const column: Column = `field:${field.key}`;
    // An empty cell of a known entry leaves what stands.
    if (!isNew && (!head.places.has(column) || cell(column) === "")) continue;
    const { value, fault } = checkValue(field, cell(column));
    if (fault !== null) say(column, fault);
    else if (value !== "") data[field.key] = value;
  }
  return data;
}

type Place = Pick<PasteRow, "stage" | "track" | "joinedOn" | "moves" | "day">;

function readPlace(
  cell: (column: Column) => string,
  ledger: PasteLedger,
  names: PasteNames,
  known: EntryFacts | null,
  say: Say,
): Place {
  const day = readDay(cell("day"), "day", say) ?? names.day;
  const typedTrack = keyNamed(ledger.tracks, cell("track"), () => say("track", "trackUnknown"));
  const track = typedTrack ?? known?.track ?? null;
  const typedStage = keyNamed(ledger.stages, cell("stage"), () => say("stage", "stageUnknown"));
  const stage = typedStage ?? known?.stage ?? stagesOn(ledger.stages, track)[0]?.key ?? "";
  if (known !== null) {
    const moves = stage !== known.stage || track !== known.track;
    const move = { stage, track, day, reason: names.reason, evidence: 0 };
    const refusal = moves ? refusalOfMove(ledger, known, move, names.today) : refusalOfKnown(ledger, known);
    if (refusal !== null) say(columnOf(refusal), refusal);
    return { stage, track, joinedOn: known.joinedOn, moves, day };
  }
  const typedJoined = readDay(cell("joined"), "joined", say);
  const joinedOn = typedJoined ?? (cell("day") === "" ? names.today : day);
  const refusal = ledger.closedOn !== null ? "ledgerClosed" : refusalOfPlace(ledger, { stage, track });
  if (refusal !== null) say(columnOf(refusal), refusal);
  if (joinedOn > names.today) say("joined", "dayAhead");
  // Whoever joins at a later stage has stood there since the day that the table tells, or since joining.
  const since = cell("day") === "" ? joinedOn : day;
  if (since === joinedOn) return { stage, track, joinedOn, moves: false, day: since };
  if (since > names.today) say("day", "dayAhead");
  else if (since < joinedOn) say("day", "dayBeforeJoined");
  return { stage, track, joinedOn, moves: false, day: since };
}

function refusalOfKnown(ledger: PasteLedger, known: EntryFacts): EntryRefusal | null {
  if (ledger.closedOn !== null) return "ledgerClosed";
  return known.removedOn === null ? null : "entryRemoved";
}

function columnOf(refusal: EntryRefusal): Column {
  if (refusal.startsWith("day")) return "day";
  if (refusal === "trackUnknown") return "track";
  return refusal === "ledgerClosed" || refusal === "entryRemoved" ? "code" : "stage";
}

function keyNamed(
  list: readonly { key: string; name: string }[],
  cell: string,
  unknown: () => void,
): string | null {
  if (cell === "") return null;
  const found = list.find(({ key, name }) => name === cell || key === cell);
  if (!found) unknown();
  return found?.key ?? null;
}

function readDay(cell: string, column: Column, say: Say): Day | null {
  if (cell === "") return null;
  const day = parseDay(cell);
  if (day === null) say(column, "impossibleDay");
  return day;
}
