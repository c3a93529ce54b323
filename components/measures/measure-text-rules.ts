import { readNumber } from "@/components/ui/number-rules";
import type { Formula } from "@/lib/measures/formula-rules";
import type { MeasureFacts } from "@/lib/measures/input";
import type { Measure } from "@/lib/measures/queries";
import { type Aggregation, type Direction, refusalOfMeasure } from "@/lib/measures/rules";

/** What a ledger supplies; `reached` names a stage, which the form keeps and does not ask. */
export const FEED_COUNTS = ["all", "due", "writtenOff", "inOrder", "reached"] as const;
export type FeedCount = (typeof FEED_COUNTS)[number];

/** A measure as it stands in the form: numbers as they were typed. */
export type MeasureText = {
  name: string;
  unit: string;
  decimals: number;
  direction: Direction;
  /** Where its value comes from. */
  source: "readings" | Formula | "feed";
  aggregation: Aggregation;
  baseline: string;
  baselineYear: string;
  target: string;
  weight: string;
  terms: number[];
  factor: string;
  feedLedger: number | null;
  feedCount: FeedCount;
  targets: { day: string; value: string }[];
};

const said = (number: number | null) => (number === null ? "" : String(number));

/** The text of a measure that is changed; of a new one for null. `year` is last year. */
export function textOf(measure: Measure | null, year: number): MeasureText {
  const feed = measure?.feed ?? null;
  return {
    name: measure?.name ?? "",
    unit: measure?.unit ?? "",
    decimals: measure?.decimals ?? 0,
    direction: measure?.direction ?? "atLeast",
    source: measure?.formula ?? (feed ? "feed" : "readings"),
    aggregation: measure?.aggregation ?? "sum",
    baseline: said(measure?.baseline ?? null),
    baselineYear: String(measure?.baselineYear ?? year),
    target: said(measure?.target ?? null),
    weight: String(measure?.weight ?? 1),
    terms: measure?.terms ?? [],
    factor: String(measure?.factor ?? 1),
    feedLedger: typeof feed?.ledger === "number" ? feed.ledger : null,
    feedCount: FEED_COUNTS.find((one) => one === feed?.count) ?? "all",
    targets: (measure?.targets ?? []).map(({ day, value }) => ({ day, value: String(value) })),
  };
}

export type Wrong = { field: string; code: string };

/** What the command takes; or what is wrong, each by its field and the key of its sentence. `before` keeps what the form does not show. */
export function readMeasure(
  text: MeasureText,
  before: Measure | null,
): { facts: MeasureFacts } | { wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const number = (field: "baseline" | "target" | "weight" | "factor"): number | null => {
    const value = readNumber(text[field]);
    if (value === undefined) wrong.push({ field, code: "notNumber" });
    return value ?? null;
  };
  if (text.name.trim() === "") wrong.push({ field: "name", code: "input.required" });
  const zero = text.direction === "zero";
  const formula = text.source === "readings" || text.source === "feed" || zero ? null : text.source;
  const baseline = zero ? null : number("baseline");
  const targets = text.targets.flatMap(({ day, value }) => {
    const parsed = readNumber(value);
    if (parsed === undefined) wrong.push({ field: `target ${day}`, code: "notNumber" });
    return typeof parsed === "number" && !zero ? [{ day, value: parsed }] : [];
  });
  const facts: MeasureFacts = {
    name: text.name,
    unit: text.unit,
    decimals: text.decimals,
    direction: text.direction,
    aggregation: zero ? "sum" : text.source === "readings" ? text.aggregation : "latest",
    baseline,
    baselineYear: baseline === null ? null : Number(text.baselineYear) || null,
    target: zero ? null : number("target"),
    weight: number("weight") ?? 0,
    formula,
    factor: formula === null ? 1 : (number("factor") ?? 1),
    terms: formula === null ? [] : text.terms,
    feed: text.source === "feed" && !zero ? feedOf(text, before) : null,
    targets,
  };
  if (text.source === "feed" && !zero && text.feedLedger === null)
    wrong.push({ field: "feedLedger", code: "feedUnknown" });
  const code = refusalOfMeasure(
    { ...facts, computed: formula !== null || facts.feed !== null },
    facts.targets,
  );
  if (wrong.length === 0 && code) wrong.push({ field: "target", code });
  return wrong.length > 0 ? { wrong } : { facts };
}

/** A feed that names a stage keeps it as long as the ledger and the way of counting stay. */
function feedOf(text: MeasureText, before: Measure | null): MeasureFacts["feed"] {
  const old = before?.feed;
  const same = old && old.ledger === text.feedLedger && old.count === text.feedCount;
  if (same) return old as MeasureFacts["feed"];
  return { ledger: text.feedLedger ?? 0, count: text.feedCount };
}
