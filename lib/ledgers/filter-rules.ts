import { AGES } from "./age-rules";

/** What a ledger's page shows and how; it travels in the address. */

export const VIEWS = ["table", "board", "figures", "plot"] as const;
export type LedgerViewName = (typeof VIEWS)[number];

export type Sort = { by: string; down: boolean };

export type LedgerFilter = {
  view: LedgerViewName;
  text: string;
  /** Stages in which entries stand now. */
  stages: readonly string[];
  /** A stage that entries have reached or passed. */
  reached: string | null;
  /** "" stands for entries on no track. */
  track: string | null;
  /** 0 stands for entries of no unit. */
  unit: number | null;
  age: string | null;
  /** A month (2024-05) or day in which entries were written off. */
  offIn: string | null;
  /** A rate: the entries that it counts, or with `over` those that it is a share of. */
  rate: string | null;
  over: boolean;
  overdue: boolean;
  /** Written off. */
  done: boolean;
  mine: boolean;
  /** Entries that were taken out, instead of all others. */
  removed: boolean;
  sort: Sort | null;
  /** The picture that is shown; 0 for the plain grid, null for the first. */
  plotId: number | null;
  /** The entry that is open beside the list. */
  entryId: number | null;
};

export const NO_FILTER: LedgerFilter = {
  view: "table",
  text: "",
  stages: [],
  reached: null,
  track: null,
  unit: null,
  age: null,
  offIn: null,
  rate: null,
  over: false,
  overdue: false,
  done: false,
  mine: false,
  removed: false,
  sort: null,
  plotId: null,
  entryId: null,
};

const FLAGS = ["over", "overdue", "done", "mine", "removed"] as const;

/** The filter that an address asks for; what it does not know is left out. */
export function readFilter(search: string): LedgerFilter {
  const asked = new URLSearchParams(search);
  const sort = asked.get("sort");
  const flags = Object.fromEntries(FLAGS.map((name) => [name, asked.get(name) === "1"]));
  return {
    ...(flags as Record<(typeof FLAGS)[number], boolean>),
    view: oneOf(VIEWS, asked.get("view")) ?? "table",
    text: asked.get("q") ?? "",
    stages: (asked.get("stage") ?? "").split(".").filter(Boolean),
    reached: asked.get("reached"),
    track: asked.get("track"),
    unit: numberOf(asked.get("unit"), 0),
    age: oneOf(AGES, asked.get("age")),
    offIn: /^\d{4}-\d{2}(-\d{2})?$/.test(asked.get("off") ?? "") ? asked.get("off") : null,
    rate: asked.get("rate"),
    sort: sort ? { by: sort.replace(/^-/, ""), down: sort.startsWith("-") } : null,
    plotId: numberOf(asked.get("plot"), 0),
    entryId: numberOf(asked.get("entry"), 1),
  };
}

/** The address of a filter, without the question mark; empty when nothing is asked. */
export function writeFilter(filter: LedgerFilter): string {
  const { view, text, stages, sort } = filter;
  const said: [string, string | number | null][] = [
    ["view", view === "table" ? null : view],
    ["q", text.trim() || null],
    ["stage", stages.join(".") || null],
    ["reached", filter.reached],
    ["track", filter.track],
    ["unit", filter.unit],
    ["age", filter.age],
    ["off", filter.offIn],
    ["rate", filter.rate],
    ...FLAGS.map((name): [string, string | null] => [name, filter[name] ? "1" : null]),
    ["sort", sort && `${sort.down ? "-" : ""}${sort.by}`],
    ["plot", filter.plotId],
    ["entry", filter.entryId],
  ];
  const asked = new URLSearchParams();
  for (const [name, value] of said) if (value !== null) asked.set(name, String(value));
  return asked.toString();
}

/** What a figure of the head or of the analysis asks for: its conditions alone, nothing that was asked before. */
export function only(filter: LedgerFilter, conditions: Partial<LedgerFilter>): LedgerFilter {
  const { view, sort, plotId } = filter;
  return { ...NO_FILTER, view, sort, plotId, ...conditions };
}

export function hasConditions(filter: LedgerFilter): boolean {
  return writeFilter({ ...filter, view: "table", sort: null, plotId: null, entryId: null }) !== "";
}

/** The columns clicked again turn around, and the third time the list is as it came. */
export function nextSort(sort: Sort | null, by: string): Sort | null {
  if (sort?.by !== by) return { by, down: false };
  return sort.down ? null : { by, down: true };
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((one) => one === value) ?? null;
}

function numberOf(text: string | null, least: number): number | null {
  const number = Number(text);
  return text !== null && text !== "" && Number.isSafeInteger(number) && number >= least ? number : null;
}
