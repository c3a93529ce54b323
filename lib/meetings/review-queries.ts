import { type Actor, visibilityKey } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import type { Day } from "../calendar/rules";
import { prisma } from "../db";
import { instantOf, journalHead, listLastEvents, seqBefore, startOf } from "../events/queries";
import { windowOf } from "../lights/planned";
import type { Setting } from "../lights/rules";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import { type Agenda, getAgenda } from "./agenda-queries";
import { readStretch } from "./change-queries";
import { changesOf, type Moved, type TaskChange } from "./change-rules";
import { readGains } from "./gain-queries";
import { mould } from "./mould-rules";
import { getMeeting, listOutcomes, type MeetingHead, type OutcomeView } from "./queries";
import {
  type Figures,
  figuresOf,
  listOf,
  reviewSections,
  type SectionReview,
  type Seen,
  type StandingTask,
  see,
} from "./review-rules";
import { asOf, type Names, readNames, readTasks, type TaskRows } from "./standing-queries";

/** A task as the review shows it; `owner` and `unit` are already names, the title of a sensitive one is masked. */
export type ReviewTask = Seen;

export type ReviewChange = TaskChange & { task: ReviewTask; owner: Moved<string> | null };

export type Review = {
  meeting: MeetingHead;
  figures: Figures;
  exceptions: { red: ReviewTask[]; yellow: ReviewTask[]; unreported: ReviewTask[] };
  /** Days of that month between which check-ins are asked for. */
  window: { from: string; to: string };
  sections: SectionReview<ReviewChange>[];
  outcomes: OutcomeView[];
  agenda: Agenda;
};

/** The meeting's whole picture and the tasks behind it, as they stood at its opening; `since` compares with that day instead of its own. @throws NotFound, Forbidden */
export async function getReview(
  actor: Actor,
  meetingId: number,
  { since }: { since?: Day } = {},
): Promise<{ review: Review; tasks: ReviewTask[] }> {
  const own = await getMeeting(actor, meetingId);
  const meeting = since === undefined ? own : await comparedWith(own, since);
  const [{ tasks, ...frozen }, outcomes, agenda] = await Promise.all([
    frozenOf(actor, meeting),
    listOutcomes(actor, meetingId),
    getAgenda(actor, meetingId),
  ]);
  return { tasks, review: { meeting, ...frozen, outcomes, agenda } };
}

type Frozen = Omit<Review, "meeting" | "outcomes" | "agenda"> & { tasks: ReviewTask[] };

// A room of screens asks at once for the same picture: it is drawn once for all who see the same, until something happens anywhere.
const drawn = new Map<string, Promise<Frozen>>();
const DRAWN_KEPT = 12;
let drawnAt = -1;

async function frozenOf(actor: Actor, meeting: MeetingHead): Promise<Frozen> {
  const span = [meeting.id, meeting.sinceSeq, meeting.sinceDay, meeting.openedSeq];
  const head = await journalHead();
  // What happened since makes all pictures old ones: of ten thousand tasks each weighs tens of megabytes.
  if (head !== drawnAt) drawn.clear();
  drawnAt = head;
  const key = JSON.stringify([...span, head, visibilityKey(actor)]);
  const known = drawn.get(key);
  if (known) return known;
  const drawing = draw(actor, meeting);
  drawn.set(key, drawing);
  if (drawn.size > DRAWN_KEPT) drawn.delete(drawn.keys().next().value as string);
  drawing.catch(() => drawn.delete(key));
  return drawing;
}

async function draw(actor: Actor, meeting: MeetingHead): Promise<Frozen> {
  const reading = readTasks(actor, meeting.planId);
  // The tasks are looked at while the database still reads the journal.
  const [{ seen, setting, names }, sections, changes] = await Promise.all([
    look(meeting, reading),
    readSections(meeting.planId),
    readChanges(actor, meeting, reading),
  ]);
  const pick = (key: "red" | "yellow" | "unreported") => listOf(seen, key);
  const exceptions = { red: pick("red"), yellow: pick("yellow"), unreported: pick("unreported") };
  await giveVoices(Object.values(exceptions).flat(), changes, meeting.openedSeq);
  return {
    tasks: seen,
    figures: figuresOf(seen, setting),
    exceptions,
    window: windowOf(meeting.openedDay, setting.reporting),
    sections: reviewSections(sections, seen, dressChanges(changes, seen, names), setting),
  };
}

/** The tasks at the meeting's opening, with the lights and names of its day. */
async function look(meeting: MeetingHead, reading: Promise<TaskRows>) {
  const [setting, names, standing] = await Promise.all([
    settingOn(meeting.openedDay),
    readNames(meeting.openedDay),
    reading.then((rows) => asOf(rows, meeting.openedSeq)),
  ]);
  return { setting, names, seen: standing.map((task) => dress(see(task, setting), names)) };
}

async function comparedWith(meeting: MeetingHead, day: Day): Promise<MeetingHead> {
  return { ...meeting, since: null, sinceDay: day, sinceSeq: await seqBefore(day) };
}

/** How lights are computed for that day, by the office's choices. */
export async function settingOn(today: string): Promise<Setting> {
  const { settings, calendar } = await getSettings();
  return lightSetting(today, settings, calendar);
}

function readSections(planId: number) {
  return prisma().section.findMany({
    where: { planId },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, parentId: true, code: true, clause: true, title: true },
  });
}

/** Dresses the task itself: `see` made it, and a copy of ten thousand is a tenth of the work. */
export function dress(seen: Seen, names: Names): ReviewTask {
  if (isSensitive(seen)) seen.title = MASKED_TITLE;
  seen.owner = names.post(seen.ownerPostId);
  seen.unit = names.unit(seen.leadUnitId);
  return seen;
}

const isSensitive = (task: StandingTask) => task.label === "sensitive";

/** What the journal, ledgers and duties hold between the two positions. */
async function readChanges(
  actor: Actor,
  meeting: MeetingHead,
  reading: Promise<TaskRows>,
): Promise<TaskChange[]> {
  // A day cuts by the clock as well as by number: a demonstration may have written its days out of order.
  const notBefore = meeting.since === null ? startOf(meeting.sinceDay) : null;
  const [stretch, gains] = await Promise.all([
    readStretch({ afterSeq: meeting.sinceSeq, untilSeq: meeting.openedSeq, notBefore }),
    readGains(actor, [...(await reading).values()], {
      after: notBefore ?? (await instantOf(meeting.sinceSeq)),
      until: new Date(meeting.openedAt),
    }),
  ]);
  return changesOf(stretch, gains);
}

const CHANGED = [
  ...(["taskId", "added", "reopened", "status", "endsAs", "progress", "dueDay", "ownerPostId"] as const),
  ...(["edited", "checkIns", "evidence", "gain", "told", "task", "owner"] as const),
];
const dressed = mould<ReviewChange>(CHANGED);

/** The changes of tasks that this person sees, in names. */
function dressChanges(
  changes: readonly TaskChange[],
  tasks: readonly ReviewTask[],
  names: Names,
): ReviewChange[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return changes.flatMap((change) => {
    const task = byId.get(change.taskId);
    if (!task) return [];
    const from = change.ownerPostId;
    const owner = from && { from: names.post(from.from), to: names.post(from.to) };
    return [Object.assign(dressed(isSensitive(task) ? masked(change) : change), { task, owner })];
  });
}

const MASK = "＊＊＊";

/** The words of a sensitive task are read on its own page, under its own right; here only that something was written. */
function masked(change: TaskChange): TaskChange {
  const hide = (text: string) => (text === "" ? "" : MASK);
  return {
    ...change,
    evidence: change.evidence.map(hide),
    told: change.told.map((one) => ({ ...one, reason: hide(one.reason) })),
    checkIns: change.checkIns.map((one) => ({
      ...one,
      done: hide(one.done),
      problem: hide(one.problem),
      next: hide(one.next),
      help: hide(one.help),
    })),
  };
}

/** What was said last of each task: mostly in this stretch of the journal, which is read already; of the others before it. */
async function giveVoices(
  tasks: readonly ReviewTask[],
  changes: readonly TaskChange[],
  untilSeq: number,
): Promise<void> {
  const said = new Map(changes.map(({ taskId, checkIns }) => [taskId, checkIns.at(-1)]));
  const silent: ReviewTask[] = [];
  for (const task of new Set(tasks)) {
    if (isSensitive(task)) continue;
    const last = said.get(task.id);
    if (!last) silent.push(task);
    else task.voice = { day: last.day, author: last.author, problem: last.problem, help: last.help };
  }
  const ids = silent.map(({ id }) => id);
  const before = await listLastEvents("checkIn.add", ids, untilSeq);
  const byTask = new Map(before.map((event) => [event.taskId, event]));
  for (const task of silent) {
    const event = byTask.get(task.id);
    if (!event) continue;
    const text = (field: string) => String(event.changes[field]?.[1] ?? "");
    task.voice = { day: event.day, author: event.actor, problem: text("problem"), help: text("help") };
  }
}
