import { addDays, type Day } from "../calendar/rules";
import type { MeetingRefusal } from "./rules";

/** What a meeting talks about, in which order, and for how long. Runs on the server and in the browser. */

/** What the agenda finds by itself, in the order in which a meeting usually takes it. */
export const BUILT_KINDS = [
  "promise",
  "extension",
  "closing",
  "notice",
  "red",
  "yellow",
  "unreported",
  "league",
] as const;
export type BuiltKind = (typeof BUILT_KINDS)[number];

/** `first`: a fixed item of the series' template. `proposed`: what somebody put forward. */
export const AGENDA_KINDS = ["first", ...BUILT_KINDS, "proposed"] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const AGENDA_STATES = ["waiting", "discussed", "moved", "dropped"] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

/** What a series brings to every meeting: a kind of matter that is found by itself, or a fixed first item. */
export type TemplateItem = { kind: BuiltKind; minutes?: number } | { title: string; minutes: number };

/** Minutes that a matter gets where the template says nothing else. */
export const USUAL_MINUTES: Record<AgendaKind, number> = {
  first: 10,
  promise: 3,
  extension: 3,
  closing: 2,
  notice: 3,
  red: 5,
  yellow: 3,
  unreported: 2,
  league: 5,
  proposed: 5,
};

/** For a meeting without a series, and for a series whose template is empty. */
export const USUAL_TEMPLATE: readonly TemplateItem[] = BUILT_KINDS.map((kind) => ({ kind }));

/** A matter before it is on an agenda; `taskId` and `link` say what it is about, so that it is not brought twice. */
export type Matter = {
  kind: AgendaKind;
  title: string;
  taskId: number | null;
  link: string;
  reason: string;
  minutes: number;
};

const isFixed = (line: TemplateItem): line is { title: string; minutes: number } => "title" in line;

/** Nobody talks about more in one meeting; the most pressing of each kind come first. */
export const MOST_ITEMS = 400;

/** The agenda as the template orders it: fixed items where they stand, found ones under their kind with its minutes. A task stands once, under the first kind that names it, with all its reasons. */
export function arrange(
  template: readonly TemplateItem[],
  found: readonly Omit<Matter, "minutes">[],
): Matter[] {
  const lines = template.length > 0 ? template : USUAL_TEMPLATE;
  const placed = new Map<string, Matter>();
  for (const line of lines) for (const matter of mattersOf(line, found)) place(placed, matter);
  return [...placed.values()].slice(0, MOST_ITEMS);
}

function mattersOf(line: TemplateItem, found: readonly Omit<Matter, "minutes">[]): Matter[] {
  if (isFixed(line)) {
    const link = `${FIXED}${line.title}`;
    return [{ ...NOTHING, kind: "first", title: line.title, link, minutes: line.minutes }];
  }
  const minutes = line.minutes ?? USUAL_MINUTES[line.kind];
  return found.filter(({ kind }) => kind === line.kind).map((matter) => ({ ...matter, minutes }));
}

function place(placed: Map<string, Matter>, matter: Matter): void {
  const key = keyOf(matter);
  const before = placed.get(key);
  if (!before) placed.set(key, matter);
  else if (matter.reason)
    before.reason = [before.reason, matter.reason].map(withoutStop).filter(Boolean).join("；");
}

// People end what they write with a full stop, and two marks would stand side by side.
const withoutStop = (reason: string) => reason.replace(/[。；;.\s]+$/, "");

const NOTHING = { taskId: null, reason: "" };

/** Begins the link of a fixed item, by which it is known when somebody gave it other words. */
const FIXED = "first:";

/** Two matters with the same key are one: a task whatever brings it, a fixed item by its words in the template, the rest by where they lead. */
export function keyOf({ kind, title, taskId, link }: Omit<Matter, "minutes" | "reason">): string {
  if (kind === "first") return link.startsWith(FIXED) ? link : `${FIXED}${title}`;
  return taskId === null ? `${kind} ${link}` : `task ${taskId}`;
}

/** Where a matter leads for people: nowhere for a fixed item, to the board for what a unit has not reported. */
export function addressOf(link: string): string {
  if (link.startsWith("unit:")) return `/board?unit=${link.slice("unit:".length)}&only=unreported`;
  return link.startsWith("/") ? link : "";
}

type Placed = { key: string; kind: AgendaKind };

/**
 * The agenda with what is new on it: what is there keeps its order, whoever made it. Each new matter stands behind the one before it if both are
 * of one kind, otherwise before the one that follows; what people put forward stays behind the rest unless they were put elsewhere.
 * @param there by rank
 * @param matters as the template orders them
 */
export function weave<P extends Placed>(there: readonly P[], matters: readonly P[]): P[] {
  const order = [...there];
  const at = (key: string | undefined) => order.findIndex((one) => one.key === key);
  for (const [place, matter] of matters.entries()) {
    if (at(matter.key) >= 0) continue;
    const before = matters[place - 1];
    const next = matters.slice(place + 1).find(({ key }) => at(key) >= 0);
    if (before && (before.kind === matter.kind || !next)) order.splice(at(before.key) + 1, 0, matter);
    else order.splice(next ? at(next.key) : behindAll(order), 0, matter);
  }
  return order;
}

function behindAll(order: readonly Placed[]): number {
  const proposed = order.findIndex(({ kind }) => kind === "proposed");
  return proposed < 0 ? order.length : proposed;
}

type Timed = { minutes: number; spentSeconds: number; state: AgendaState };
export type AgendaSum = { minutes: number; spentSeconds: number; items: number };

const counts = ({ state }: Pick<Timed, "state">) => state === "waiting" || state === "discussed";

/** How long everything takes that is still on this agenda; what was moved on or dropped counts no longer. */
export function sumOf(items: readonly Timed[]): AgendaSum {
  const own = items.filter(counts);
  return {
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    spentSeconds: items.reduce((sum, { spentSeconds }) => sum + spentSeconds, 0),
    items: own.length,
  };
}

/** Minutes beyond what the meeting was planned for; 0 when it fits. */
export function overrunOf({ minutes }: Pick<AgendaSum, "minutes">, planned: number): number {
  return Math.max(0, minutes - planned);
}

/** When each item begins if everything takes as long as planned, "09:05"; beyond midnight it counts on as 24:10. */
export function startTimesOf(items: readonly Omit<Timed, "spentSeconds">[], startTime: string): string[] {
  const [hours = 0, minutes = 0] = startTime.split(":").map(Number);
  let at = hours * 60 + minutes;
  return items.map((item) => {
    const begins = at;
    if (counts(item)) at += item.minutes;
    return `${two(Math.floor(begins / 60))}:${two(begins % 60)}`;
  });
}

const two = (n: number) => String(n).padStart(2, "0");

type Promised = { dueDay: Day; status: string };

/** Was a promise of an earlier meeting not kept by `heldOn`? What was handed in, ended or suspended is no broken promise. */
export function isBroken({ dueDay, status }: Promised, heldOn: Day): boolean {
  return dueDay < heldOn && (status === "draft" || status === "assigned" || status === "inProgress");
}

/** Why an item cannot be changed any more, or null. */
export function refusalOfChanging(item: { state: AgendaState }): MeetingRefusal | null {
  return item.state === "moved" ? "itemMoved" : null;
}

/** Why a matter cannot be taken from the backlog, or null. */
export function refusalOfTaking(item: {
  meetingId: number | null;
  state: AgendaState;
}): MeetingRefusal | null {
  return item.meetingId !== null || item.state !== "waiting" ? "itemTaken" : null;
}

/** The day from which a proposal counts as old. */
export function isOldProposal(proposedOn: Day, today: Day): boolean {
  return addDays(proposedOn, 30) < today;
}
