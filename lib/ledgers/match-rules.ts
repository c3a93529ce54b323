import type { Day } from "../calendar/rules";
import { ageOf } from "./age-rules";
import type { LedgerFilter, Sort } from "./filter-rules";
import { type Definition, type Entry, hasReached, isOverdue, isWrittenOff } from "./rules";

/** Which entries a filter shows, and in which order. */

export type Person = { postIds: readonly number[]; unitIds: readonly number[] };

export type Setting = {
  definition: Definition;
  today: Day;
  person: Person;
  unitNames: Readonly<Record<number, string>>;
  postNames: Readonly<Record<number, string>>;
  /** Which entries a rate counts, or is a share of. */
  inRate: (entry: Entry, key: string, over: boolean) => boolean;
};

/** Whether the work on this entry is this person's: by post, and where no post is named by unit. */
export function isMine({ postId, sponsorPostId, unitId }: Entry, { postIds, unitIds }: Person): boolean {
  if (postId !== null && postIds.includes(postId)) return true;
  if (sponsorPostId !== null && postIds.includes(sponsorPostId)) return true;
  return postId === null && unitId !== null && unitIds.includes(unitId);
}

/** The entries that the filter leaves, in the order that it asks for. */
export function shownEntries(entries: readonly Entry[], filter: LedgerFilter, setting: Setting): Entry[] {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const left = entries.filter(
    (entry) =>
      matches(entry, filter, setting) && words.every((word) => textOf(entry, setting).includes(word)),
  );
  return sorted(left, filter.sort, setting);
}

function matches(entry: Entry, filter: LedgerFilter, setting: Setting): boolean {
  const { stages } = setting.definition;
  return (
    (entry.removedOn !== null) === filter.removed &&
    (filter.stages.length === 0 || filter.stages.includes(entry.stage)) &&
    (filter.reached === null || hasReached(stages, filter.reached, entry)) &&
    (filter.track === null || (entry.track ?? "") === filter.track) &&
    (filter.unit === null || (entry.unitId ?? 0) === filter.unit) &&
    (filter.age === null || ageOf(entry, setting.today) === filter.age) &&
    (filter.offIn === null || (entry.writtenOffOn?.startsWith(filter.offIn) ?? false)) &&
    (filter.rate === null || setting.inRate(entry, filter.rate, filter.over)) &&
    (!filter.overdue || isOverdue(entry, setting.today)) &&
    (!filter.done || isWrittenOff(stages, entry.stage)) &&
    (!filter.mine || isMine(entry, setting.person))
  );
}

const texts = new WeakMap<Entry, string>();

/** Everything that a search looks through, once for each entry. */
function textOf(entry: Entry, { unitNames, postNames }: Setting): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const names = [
    unitNames[entry.unitId ?? 0],
    postNames[entry.postId ?? 0],
    postNames[entry.sponsorPostId ?? 0],
  ];
  const text = [entry.code, entry.title, ...Object.values(entry.data), ...names].join(" ").toLowerCase();
  texts.set(entry, text);
  return text;
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** Entries without a value come last, whichever way the list is turned. */
function sorted(entries: Entry[], sort: Sort | null, setting: Setting): Entry[] {
  if (!sort) return mostPressingFirst(entries, setting);
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, sort.by, setting) }));
  const turn = sort.down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return turn * compare(a.key, b.key);
  });
  return keyed.map(({ entry }) => entry);
}

/** What is open before what is done, and of that what is past its deadline and what is mine first; each as it came. */
function mostPressingFirst(entries: Entry[], { today, person }: Setting): Entry[] {
  const rank = (entry: Entry) => {
    if (entry.writtenOffOn !== null) return 4;
    return (isOverdue(entry, today) ? 0 : 2) + (isMine(entry, person) ? 0 : 1);
  };
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

type Key = string | number;

function compare(a: Key, b: Key): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

function keyOf(entry: Entry, by: string, { definition, unitNames, postNames }: Setting): Key | null {
  const place = (list: readonly { key: string }[], key: string | null) =>
    key === null ? null : list.findIndex((one) => one.key === key);
  const own: Record<string, () => Key | null> = {
    code: () => entry.code,
    title: () => entry.title || null,
    stage: () => place(definition.stages, entry.stage),
    track: () => place(definition.tracks, entry.track),
    since: () => entry.stageSince,
    due: () => (entry.writtenOffOn === null ? entry.stageDue : null),
    unit: () => unitNames[entry.unitId ?? 0] ?? null,
    post: () => postNames[entry.postId ?? 0] ?? null,
    sponsor: () => postNames[entry.sponsorPostId ?? 0] ?? null,
  };
  if (own[by]) return own[by]();
  const field = definition.fields.find(({ key }) => by === `field.${key}`);
  const value = field && entry.data[field.key];
  if (!value) return null;
  return field.type === "number" || field.type === "money" ? Number(value) : value;
}
