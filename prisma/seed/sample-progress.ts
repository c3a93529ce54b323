import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/calendar/rules";
import { whilePlaying, withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { keepUpload } from "@/lib/files/upload";
import { type Act, type Cast, KEY, partOf, run } from "./sample/acts";
import { castOf, type Part, SUPERVISOR } from "./sample/cast";
import { coverageActs } from "./sample/coverage";
import { instructionActs } from "./sample/instructions";
import { leagueActs } from "./sample/leagues";
import { ledgerActs } from "./sample/ledgers";
import { measureActs } from "./sample/measures";
import { meetingActs } from "./sample/meeting";
import { milestoneActs } from "./sample/milestones";
import { paperActs } from "./sample/papers";
import { publishedActs } from "./sample/published";
import { roundActs } from "./sample/rounds";
import { type Happening, LAST_DAY, scriptOf } from "./sample/script";
import { supervisionActs } from "./sample/supervision";
import { evidenceOf } from "./sample/words";

type CheckIn = Extract<Happening, { what: "checkIn" }>;

/** Plays the sample year up to `onDay` through the ordinary commands, and lets the office look at that day.
 * @throws Error when somebody already works on the plan */
export function addSampleProgress(onDay: Day = LAST_DAY): Promise<void> {
  return whilePlaying(() => play(onDay));
}

async function play(onDay: Day): Promise<void> {
  const done = await keysDone();
  if (done.size === 0 && (await inUse()))
    throw new Error("the plan is in use: the sample year needs untouched drafts");
  const cast = await castOf();
  for (const { key, day, minute, perform } of actsOf(cast, onDay)) {
    if (!done.has(key)) await withClock(instantOf(day, minute), () => perform(key));
  }
  await runCommand("setting.set", SYSTEM, { viewedOn: onDay });
}

async function keysDone(): Promise<Set<string>> {
  const where = { accountId: 0, key: { startsWith: KEY } };
  const rows = await prisma().idempotencyKey.findMany({ where, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

async function inUse(): Promise<boolean> {
  return (await prisma().task.count({ where: { status: { not: "draft" } } })) > 0;
}

function instantOf(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000);
}

function actsOf(cast: Cast, onDay: Day): Act[] {
  const script = scriptOf(onDay);
  const days = new Set(script.filter(({ what }) => what === "assign").map(({ day }) => day));
  const assigned = [...days].map((day) => assignAct(cast, script, day));
  const own = script.filter(({ what }) => what !== "assign").map((one) => actOf(partOf(cast, one.code), one));
  const visited = coverageActs(cast).filter(({ day }) => day <= onDay);
  const proved = [...milestoneActs(cast), ...measureActs(cast), ...ledgerActs(cast)].filter(
    ({ day }) => day <= onDay,
  );
  const held = [
    ...roundActs(),
    ...meetingActs(cast),
    ...supervisionActs(cast),
    ...instructionActs(cast),
    ...leagueActs(),
    ...publishedActs(),
    ...paperActs(),
  ].filter(({ day }) => day <= onDay);
  const time = ({ day, minute }: Act) => `${day} ${String(minute).padStart(4, "0")}`;
  return [...assigned, ...own, ...proved, ...visited, ...held].sort((a, b) =>
    time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0,
  );
}

function assignAct(cast: Cast, script: Happening[], day: Day): Act {
  const those = script.filter((one) => one.what === "assign" && one.day === day);
  const parts = those.map(({ code }) => partOf(cast, code));
  const perform = async (key: string) => {
    const tasks = parts.map(({ id, version }) => ({ taskId: id, version }));
    const rows = await run<{ tasks: Row[] }>("task.assign", SUPERVISOR, { tasks }, key);
    for (const [i, part] of parts.entries()) keepVersion(part, rows.tasks[i]);
  };
  return { key: `${KEY}${day}:assign`, day, minute: those[0]?.minute ?? 0, perform };
}

/** The board's row of a task: its id and version come first. */
type Row = [id: number, version: number, ...unknown[]];

function keepVersion(part: Part, row: Row | undefined): void {
  if (row) part.version = row[1];
}

function actOf(part: Part, one: Happening): Act {
  const { code, day, minute, what } = one;
  return { key: `${KEY}${day}:${code}:${what}`, day, minute, perform: (key) => performOn(part, one, key) };
}

async function performOn(part: Part, one: Happening, key: string): Promise<void> {
  const on = { taskId: part.id, version: part.version };
  if (one.what === "remark") {
    await run("comment.add", part.sponsor, { taskId: part.id, text: one.text }, key);
    return;
  }
  const { task } = await (one.what === "checkIn" ? checkIn(part, one, key) : step(part, one, on, key));
  keepVersion(part, task);
}

async function checkIn(part: Part, one: CheckIn, key: string): Promise<{ task: Row }> {
  const tickets = one.evidence ? [await upload(part, one.day)] : [];
  // Where something proves the task, nobody types its progress.
  const progress = (await proofOf(part)) ? null : one.progress;
  const input = { taskId: part.id, version: part.version, ...one.report, progress, tickets };
  return run("checkIn.add", part.owner, input, key);
}

function proofOf(part: Part): Promise<{ complete: boolean } | null> {
  return prisma().standing.findUnique({ where: { taskId: part.id }, select: { complete: true } });
}

async function upload(part: Part, day: Day): Promise<string> {
  const { name, text } = evidenceOf(part.code, part.title, day);
  const body = new Blob([text]);
  const whole = { name: encodeURIComponent(name), declared: body.size, signal: AbortSignal.timeout(30_000) };
  return (await keepUpload(part.owner, { body: body.stream(), ...whole })).ticket;
}

async function step(part: Part, one: Happening, on: object, key: string): Promise<{ task: Row }> {
  const early = one.what === "submit" && (await proofOf(part))?.complete === false;
  const answers = {
    ...(early && { reason: "样例：本年度事项已办结，其余转入常态管理。" }),
    ...("reason" in one && { reason: one.reason }),
    ...("until" in one && { until: one.until }),
    ...(one.what === "close" && { method: methodOf(part) }),
  };
  return run("task.takeStep", actorOf(part, one), { ...on, step: one.what, ...answers }, key);
}

const METHODS = ["onSite", "documents", "onSite", "photo"] as const;

/** What is done in the open is looked at on the spot, the rest in its papers. */
function methodOf({ id }: Part) {
  return METHODS[id % METHODS.length];
}

function actorOf(part: Part, { what }: Happening): Actor {
  if (what === "sendBack" || what === "close") return SUPERVISOR;
  return what === "suspend" ? part.sponsor : part.owner;
}
