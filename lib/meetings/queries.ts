import { demand } from "../auth/demand";
import { type Actor, maySee } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import { dayOf, now, today } from "../clock";
import { prisma } from "../db";
import { NotFound } from "../errors";
import { type JournalEvent, journalHead, listSubjectEvents, startOf } from "../events/queries";
import type { TaskStatus } from "../tasks/rules";
import type { MeetingStatus, OutcomeKind } from "./rules";
import { readNames } from "./standing-queries";

/** `since` is the meeting that this one compares itself with; null when it compares with a day. */
export type MeetingHead = {
  id: number;
  planId: number;
  title: string;
  heldOn: string;
  status: MeetingStatus;
  version: number;
  seriesId: number | null;
  /** "" without a series. */
  seriesName: string;
  startTime: string;
  /** How long it is planned for. */
  minutes: number;
  place: string;
  /** `name`: who held the post on the day of the meeting, and the post. */
  chair: { postId: number; name: string } | null;
  recorder: string;
  /** ISO text; null before people sat down together. */
  startedAt: string | null;
  sinceDay: string;
  since: { id: number; title: string; heldOn: string } | null;
  sinceSeq: number;
  openedSeq: number;
  /** The instant of its opening, as ISO text: everything shown holds for this moment. */
  openedAt: string;
  openedDay: string;
  openedBy: string;
};

const HEAD = {
  id: true,
  planId: true,
  title: true,
  heldOn: true,
  status: true,
  version: true,
  sinceDay: true,
  sinceSeq: true,
  openedSeq: true,
  ...{ seriesId: true, startTime: true, minutes: true, place: true, recorder: true, startedAt: true },
  ...{ chairPostId: true, series: { select: { name: true } } },
} as const;

/** One meeting with when and by whom it was opened, which the journal knows. @throws NotFound, Forbidden */
export async function getMeeting(actor: Actor, id: number): Promise<MeetingHead> {
  const found = (await listHeads(actor, [id]))[0];
  if (!found) throw new NotFound("meeting");
  return found;
}

async function listHeads(actor: Actor, ids?: number[]): Promise<MeetingHead[]> {
  demand(actor, "meeting.see");
  const rows = await prisma().meeting.findMany({
    where: ids ? { id: { in: ids } } : {},
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    select: HEAD,
  });
  const events = await listSubjectEvents(
    "meeting",
    rows.map(({ id }) => id),
  );
  const openings = new Map(
    events
      .filter(({ kind }) => kind === "meeting.open" || kind === "meeting.plan")
      .map((event) => [event.subjectId, event]),
  );
  const before = await readBefore([...openings.values()]);
  const [chairs, head] = await Promise.all([readChairs(rows), journalHead()]);
  return rows.map(({ series, chairPostId, startedAt, ...row }) => {
    const opening = openings.get(row.id);
    return {
      ...row,
      seriesName: series?.name ?? "",
      startedAt: startedAt?.toISOString() ?? null,
      chair: chairPostId === null ? null : { postId: chairPostId, name: chairs.get(row.id) ?? "" },
      sinceSeq: Number(row.sinceSeq),
      since: before.get(sinceMeetingOf(opening)) ?? null,
      ...(row.status === "draft" ? stillMoving(head) : frozen(row, opening)),
    };
  });
}

/** What is being prepared looks at the present. */
function stillMoving(head: number) {
  return { openedSeq: head, openedAt: now().toISOString(), openedDay: today(), openedBy: "" };
}

function frozen(row: { heldOn: string; openedSeq: bigint }, opening: JournalEvent | undefined) {
  return {
    openedSeq: Number(row.openedSeq),
    openedAt: (opening?.at ?? startOf(row.heldOn)).toISOString(),
    openedDay: opening ? dayOf(opening.at) : row.heldOn,
    openedBy: opening?.actor ?? "",
  };
}

/** Who held the chair's post on the day of each meeting, by the meeting's id. */
async function readChairs(rows: readonly { id: number; heldOn: string; chairPostId: number | null }[]) {
  const days = [...new Set(rows.flatMap((row) => (row.chairPostId === null ? [] : [row.heldOn])))];
  const names = new Map(await Promise.all(days.map(async (day) => [day, await readNames(day)] as const)));
  return new Map(rows.map((row) => [row.id, names.get(row.heldOn)?.post(row.chairPostId) ?? ""]));
}

function sinceMeetingOf(opening: JournalEvent | undefined): number {
  return Number(opening?.changes.sinceMeetingId?.[1] ?? 0);
}

async function readBefore(openings: readonly JournalEvent[]) {
  const ids = [...new Set(openings.map(sinceMeetingOf))].filter((id) => id > 0);
  const rows = await prisma().meeting.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, heldOn: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export type MeetingRow = MeetingHead & { outcomes: Record<OutcomeKind, number> };

/** All meetings, the latest first, with how much was written in each. @throws Forbidden */
export async function listMeetings(actor: Actor): Promise<MeetingRow[]> {
  const heads = await listHeads(actor);
  const counts = await prisma().outcome.groupBy({ by: ["meetingId", "kind"], _count: { _all: true } });
  return heads.map((head) => {
    const own = counts.filter(({ meetingId }) => meetingId === head.id);
    const of = (kind: OutcomeKind) => own.find((one) => one.kind === kind)?._count._all ?? 0;
    return {
      ...head,
      outcomes: {
        ...{ decision: of("decision"), assignment: of("assignment"), note: of("note") },
        ...{ extension: of("extension"), closing: of("closing"), instruction: of("instruction") },
      },
    };
  });
}

export type OutcomeTask = { id: number; code: string; title: string };

export type OutcomeView = {
  id: number;
  kind: OutcomeKind;
  text: string;
  author: string;
  /** ISO text. */
  at: string;
  about: OutcomeTask | null;
  /** The matter of the agenda under which it was written; null for none. */
  agendaItemId: number | null;
  /** Is the task that it is about, or that it became, sensitive? */
  sensitive: boolean;
  /** The task that an assignment became, as it stands now. */
  task: (OutcomeTask & { owner: string; dueDay: string; status: TaskStatus }) | null;
};

const SCOPE = {
  label: true,
  leadUnitId: true,
  ownerPostId: true,
  sponsorPostId: true,
  supports: { select: { unitId: true } },
} as const;
const NAMED = { id: true, code: true, title: true, ...SCOPE } as const;

/** What was written in a meeting, in the order in which it was said. Words about a task that this person may not see are left out. */
export async function listOutcomes(actor: Actor, meetingId: number): Promise<OutcomeView[]> {
  demand(actor, "meeting.see");
  const rows = await prisma().outcome.findMany({
    where: { meetingId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      kind: true,
      text: true,
      author: true,
      at: true,
      aboutId: true,
      agendaItemId: true,
      task: { select: { ...NAMED, dueDay: true, status: true, ownerPost: { select: { name: true } } } },
    },
  });
  const abouts = await readAbouts(rows.flatMap(({ aboutId }) => aboutId ?? []));
  return rows.flatMap(({ aboutId, task, at, ...row }) => {
    const about = aboutId === null ? null : (abouts.get(aboutId) ?? null);
    if ([about, task].some((one) => one && !maySee(actor, scopeOf(one)))) return [];
    const became = task && {
      ...nameOf(task),
      owner: task.ownerPost?.name ?? "",
      dueDay: task.dueDay,
      status: task.status,
    };
    const sensitive = [about, task].some((one) => one?.label === "sensitive");
    return [{ ...row, sensitive, at: at.toISOString(), about: about && nameOf(about), task: became }];
  });
}

type Named = OutcomeTask & {
  label: "open" | "internal" | "sensitive";
  leadUnitId: number | null;
  ownerPostId: number | null;
  sponsorPostId: number | null;
  supports: { unitId: number }[];
};

async function readAbouts(ids: number[]): Promise<Map<number, Named>> {
  const rows = await prisma().task.findMany({ where: { id: { in: ids } }, select: NAMED });
  return new Map(rows.map((row) => [row.id, row]));
}

function scopeOf({ supports, ...task }: Named) {
  return { ...task, supportUnitIds: supports.map(({ unitId }) => unitId) };
}

function nameOf({ id, code, title, label }: Named): OutcomeTask {
  return { id, code, title: label === "sensitive" ? MASKED_TITLE : title };
}
