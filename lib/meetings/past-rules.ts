import type { BoardProof, LightOverride } from "../board/rules";
import type { Part } from "../standings/rules";
import type { TaskStatus } from "../tasks/rules";
import type { Happened } from "./change-rules";

/** A task as it stood at one position of the journal: what lights and figures look at. */
export type Standing = {
  status: TaskStatus;
  startDay: string;
  dueDay: string;
  originalDueDay: string;
  weight: number;
  progress: number | null;
  lastCheckInDay: string | null;
  statusSince: string;
  acknowledged: boolean;
  suspendedUntil: string | null;
  ownerPostId: number | null;
  leadUnitId: number | null;
  sponsorPostId: number | null;
  title: string;
  submittedDay: string | null;
  proof: BoardProof | null;
  override: LightOverride | null;
  /** How often a later due day was granted. */
  extensionCount: number;
  /** The last day of the earliest reporting round that waited for its owner. */
  reportDueDay: string | null;
};

const WRITTEN: ReadonlySet<string> = new Set([
  "status",
  "startDay",
  "dueDay",
  "originalDueDay",
  "weight",
  "progress",
  "suspendedUntil",
  "ownerPostId",
  "leadUnitId",
  "sponsorPostId",
  "title",
  "override",
  "extensionCount",
  "reportDueDay",
] satisfies (keyof Standing)[]);

const ACKNOWLEDGING = ["task.acknowledge", "task.start", "task.reopen"];

/**
 * Replays the events of one task from the first on.
 * @returns null when the task did not exist yet after the last of them
 */
export function standingAfter(events: readonly Happened[]): Standing | null {
  if (events[0]?.kind !== "task.add") return null;
  const blank = { status: "draft", progress: null, suspendedUntil: null, lastCheckInDay: null };
  const unproved = { submittedDay: null, proof: null, override: null, extensionCount: 0, reportDueDay: null };
  const standing = { ...blank, ...unproved, acknowledged: false } as Standing;
  for (const event of events) step(standing, event);
  return standing;
}

// The journal of a year has a hundred thousand steps: each writes into the one standing.
function step(standing: Standing, { kind, day, changes }: Happened): void {
  if (kind.startsWith("task.") || kind.startsWith("light.") || kind === "checkIn.add") {
    const written = standing as Record<string, unknown>;
    for (const field in changes) if (WRITTEN.has(field)) written[field] = changes[field]?.[1];
    if ("status" in changes) standing.statusSince = day;
  }
  if (kind === "task.add") standing.statusSince = day;
  if (kind === "checkIn.add") standing.lastCheckInDay = day;
  if (kind === "task.submit") standing.submittedDay = day;
  if (kind === "task.sendBack" || kind === "task.reopen") standing.submittedDay = null;
  if (kind === "task.prove") standing.proof = proofIn(changes.proof?.[1]);
  if (ACKNOWLEDGING.includes(kind)) standing.acknowledged = true;
  const handedOn = kind === "task.assign" && ("ownerPostId" in changes || "status" in changes);
  if (handedOn) standing.acknowledged = false;
}

/** What the board showed of the proofs that the journal kept. */
function proofIn(kept: unknown): BoardProof | null {
  const { complete, parts } = (kept ?? {}) as { complete?: boolean; parts?: Part[] };
  if (!parts) return null;
  const counted = parts.filter(({ weight }) => weight > 0);
  const broken = parts.flatMap((part) => part.broken ?? []).sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    complete: complete === true,
    parts: counted.map(({ weight, actual, points, dues }) => [weight, actual, points, dues ?? null]),
    broken: broken[0] ?? null,
  };
}

type Look = { why: string; params: Record<string, string | number>; weight: number };

/** Sorts what a meeting must talk about: overdue longest first, then far behind, then the rest by weight. */
export function needsTalk(a: Look, b: Look): number {
  return byUrgency(urgencyOf(a), urgencyOf(b));
}

export type Urgency = readonly [rank: number, amount: number, weight: number];

/** What the order goes by, for whoever sorts many: it is worth computing once. */
export function urgencyOf({ why, params, weight }: Look): Urgency {
  const place = ORDER.indexOf(why);
  const value = Number(params[why.startsWith("behind") ? "points" : "days"] ?? 0);
  return [place < 0 ? ORDER.length : place, why === "dueSoon" ? -value : value, weight];
}

export function byUrgency(a: Urgency, b: Urgency): number {
  return a[0] - b[0] || b[1] - a[1] || b[2] - a[2];
}

const ORDER = ["overdue", "behindFar", "suspensionOver", "notAcknowledged", "startLate", "behind", "dueSoon"];
