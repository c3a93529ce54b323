import { type Actor, may } from "../auth/permissions";
import type { Day } from "../calendar/rules";

/** The arithmetic of a league: what each team did of its own assignment, weighed into one score, and ranked. */

/** Where a metric takes its figure from. `least`: fewer tasks, check-ins or entries than these are too few to compare. */
export const SOURCES = {
  progress: { of: "task", least: 1 },
  deviation: { of: "task", least: 1 },
  closure: { of: "task", least: 1 },
  onTime: { of: "task", least: 2 },
  stage: { of: "entry", least: 3 },
  writtenOff: { of: "entry", least: 3 },
  recheck: { of: "entry", least: 3 },
} as const;
export type Source = keyof typeof SOURCES;
export const SOURCE_KEYS = Object.keys(SOURCES) as [Source, ...Source[]];

/** `ledgerIds`: empty for every ledger; `stage`: the key of the stage that counts as reached; `least`: null for the source's own. */
export type MetricOptions = { ledgerIds: number[]; stage: string | null; least: number | null };
export type Metric = { id: number; source: Source; name: string; weight: number; options: MetricOptions };

export type Member = {
  id: number;
  unitId: number | null;
  postId: number | null;
  name: string;
  group: string;
  activeFrom: Day;
  activeTo: Day | null;
};

/** Done of assigned, both by weight, and how many tasks, check-ins or entries they were added up from. */
export type Sum = { done: number; of: number; count: number };
export const NOTHING: Sum = { done: 0, of: 0, count: 0 };

/** `few`: less than the metric's least; `none`: nothing assigned. Only what is `counted` goes into the score. */
export type Component = Sum & { metricId: number; state: "counted" | "few" | "none"; share: number | null };

export type Before = { rank: number | null; score: number | null };
export type RowState = "ranked" | "few" | "nothing" | "left";
export type Row = Pick<Member, "unitId" | "postId" | "name" | "group"> & {
  memberId: number;
  state: RowState;
  /** Joined after the first day of the span. */
  joined: boolean;
  /** null: not ranked. */
  rank: number | null;
  /** 0–100 to two places; null: not ranked. */
  score: number | null;
  /** Where it stood in the edition before; null when it did not stand in it. */
  before: Before | null;
  components: Component[];
};

/** `from` and `asOf`: both days count. */
export type Span = { from: Day; asOf: Day };
export type Table = Span & {
  metrics: Metric[];
  rows: Row[];
  /** The largest gain against the edition before; ties are all named; null when nobody gained or there is none. */
  improved: { memberIds: number[]; gain: number } | null;
  /** The number of the edition that it is compared with. */
  lastNumber: number | null;
};

/** To two places, a half upwards; the sixth place is cut first, so that 1.005 does not fall for a bit. */
export function toHundredths(value: number): number {
  return Math.round(Number((value * 100).toFixed(6))) / 100;
}

export function leastOf({ source, options }: Metric): number {
  return options.least ?? SOURCES[source].least;
}

/** What a member did of its own assignment in one metric; a share in [0,1], never a count. */
export function componentOf(metric: Metric, { done, of, count }: Sum): Component {
  const sum = { metricId: metric.id, done: toHundredths(done), of: toHundredths(of), count };
  if (count === 0 || of <= 0) return { ...sum, state: "none", share: null };
  const share = Math.min(1, Math.max(0, done / of));
  return { ...sum, state: count < leastOf(metric) ? "few" : "counted", share };
}

/** The shares weighed together; metrics without enough to compare are left out and the others' weights fill their place. null: none is left. */
export function scoreOf(metrics: readonly Metric[], components: readonly Component[]): number | null {
  let [weight, points] = [0, 0];
  for (const [at, metric] of metrics.entries()) {
    const component = components[at];
    if (component?.state !== "counted") continue;
    weight += metric.weight;
    points += metric.weight * (component.share ?? 0);
  }
  return weight > 0 ? toHundredths((points / weight) * 100) : null;
}

/** How much of the score each counted metric makes up, in percent; null for those left out. */
export function effectiveWeights(
  metrics: readonly Metric[],
  components: readonly Component[],
): (number | null)[] {
  const counts = (at: number) => components[at]?.state === "counted";
  const all = metrics.reduce((sum, { weight }, at) => sum + (counts(at) ? weight : 0), 0);
  return metrics.map(({ weight }, at) => (counts(at) ? toHundredths((weight / all) * 100) : null));
}

/** The place among the same group: one more than those who have a higher score, so that ties share it (1, 1, 3). */
export function rankOf(score: number | null, group: readonly { score: number | null }[]): number | null {
  if (score === null) return null;
  return 1 + group.filter((other) => (other.score ?? -1) > score).length;
}

type Comparison = { number: number; rows: readonly Pick<Row, "memberId" | "rank" | "score">[] };
type Given = {
  members: readonly Member[];
  metrics: readonly Metric[];
  /** For each member the sums of its metrics, in their order. */
  sums: ReadonlyMap<number, readonly Sum[]>;
  span: Span;
  last: Comparison | null;
};

/** The whole table: every member of the span with its score, its place and how that was arrived at. */
export function tableOf({ members, metrics, sums, span, last }: Given): Table {
  const before = new Map(last?.rows.map(({ memberId, rank, score }) => [memberId, { rank, score }]));
  const scored = members
    .filter(({ activeFrom, activeTo }) => activeFrom <= span.asOf && (activeTo ?? span.from) >= span.from)
    .map((member): Row => scoredRow(member, metrics, sums.get(member.id) ?? [], span, before));
  const rows = byGroup(scored).flatMap((group) =>
    group
      .map((row) => ({ ...row, rank: rankOf(row.score, group) }))
      .sort((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE)),
  );
  return {
    ...span,
    metrics: [...metrics],
    rows,
    improved: mostImproved(rows),
    lastNumber: last?.number ?? null,
  };
}

/** The rows of each group together, groups in the order of their first row. */
export function byGroup<T extends { group: string }>(rows: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.group);
    if (group) group.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups.values()];
}

function scoredRow(
  { id, unitId, postId, name, group, activeFrom, activeTo }: Member,
  metrics: readonly Metric[],
  sums: readonly Sum[],
  span: Span,
  before: ReadonlyMap<number, Before>,
): Row {
  const left = activeTo !== null && activeTo < span.asOf;
  const components = metrics.map((metric, at) => componentOf(metric, (!left && sums[at]) || NOTHING));
  const score = scoreOf(metrics, components);
  const few = components.some(({ state }) => state === "few");
  const state = left ? "left" : score !== null ? "ranked" : few ? "few" : "nothing";
  const known = { memberId: id, unitId, postId, name, group, state, joined: activeFrom > span.from };
  return { ...known, rank: null, score, before: before.get(id) ?? null, components } as Row;
}

function mostImproved(rows: readonly Row[]): Table["improved"] {
  const gains = rows.flatMap(({ memberId, score, before }) =>
    score === null || before?.score == null ? [] : [{ memberId, gain: toHundredths(score - before.score) }],
  );
  const gain = Math.max(0, ...gains.map((one) => one.gain));
  if (gain === 0) return null;
  return { gain, memberIds: gains.filter((one) => one.gain === gain).map(({ memberId }) => memberId) };
}

/** Places gained (+) or lost (−) against the edition before; "new" for who was not ranked in it, null when there is nothing to compare. */
export function arrowOf(row: Row, lastNumber: number | null): number | "new" | null {
  if (lastNumber === null || row.rank === null) return null;
  return row.before?.rank == null ? "new" : row.before.rank - row.rank;
}

export type SeriesScope = { kind: "units" | "posts"; label: "open" | "internal" | "sensitive" };

/** Which members of a series somebody sees: all of them, only those held by the person, or null when the series itself is hidden. */
export function sightOf(
  actor: Actor,
  series: SeriesScope,
  members: readonly Pick<Member, "id" | "postId">[],
): "all" | number[] | null {
  if (!may(actor, "league.see")) return null;
  if (may(actor, "league.seePosts")) return "all";
  if (series.kind === "units") {
    if (series.label === "open") return "all";
    // Observers see what is open; what is internal is for those who work here.
    return series.label === "internal" && may(actor, "meeting.see") ? "all" : null;
  }
  const own = members.filter(({ postId }) => postId !== null && actor.postIds.includes(postId));
  return own.length > 0 ? own.map(({ id }) => id) : null;
}

/** In a smaller group one's own place would tell the others' places. */
const LEAST_GROUP = 3;

/** The table as somebody sees who only sees these members: nobody else is named or can be worked out. */
export function onlyOwn(table: Table, memberIds: readonly number[]): Table {
  const ranked = (group: string) =>
    table.rows.filter((row) => row.group === group && row.rank !== null).length;
  const rows = table.rows
    .filter(({ memberId }) => memberIds.includes(memberId))
    .map((row) => {
      if (ranked(row.group) >= LEAST_GROUP) return row;
      const before = row.before && { ...row.before, rank: null };
      return { ...row, rank: null, before };
    });
  return { ...table, rows, improved: null };
}
