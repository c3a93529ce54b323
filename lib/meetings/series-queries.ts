import { demand } from "../auth/demand";
import { type Actor, may } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";
import { NotFound } from "../errors";
import { getSettings } from "../settings/queries";
import type { TemplateItem } from "./agenda-rules";
import type { MeetingStatus } from "./rules";
import { daysOf, nextDay, type Rhythm } from "./series-rules";

export type SeriesMember = { postId: number; post: string; unit: string; person: string };
export type SeriesMeeting = { id: number; title: string; heldOn: string; status: MeetingStatus };

export type SeriesView = Rhythm & {
  id: number;
  version: number;
  name: string;
  note: string;
  startTime: string;
  minutes: number;
  place: string;
  template: TemplateItem[];
  order: number;
  closedOn: string | null;
  members: SeriesMember[];
  /** The next day by its rhythm, after today; null when it is called as needed or closed. */
  nextOn: string | null;
  /** The latest meeting that was opened; null before the first. */
  last: SeriesMeeting | null;
  /** The earliest one that is being prepared or held; null when there is none. */
  coming: SeriesMeeting | null;
  meetings: number;
  /** How many proposals wait. */
  backlog: number;
  /** May this person change the series, and put something into its backlog? */
  rights: { change: boolean; propose: boolean };
};

/** Every series, the closed ones last. @throws Forbidden */
export async function listSeries(actor: Actor): Promise<SeriesView[]> {
  demand(actor, "meeting.see");
  const day = today();
  const [rows, { calendar }] = await Promise.all([readSeries(day), getSettings()]);
  const rights = { change: may(actor, "meetingSeries.change"), propose: may(actor, "agenda.propose") };
  return rows.map(({ template, members, meetings, _count, ...row }) => ({
    ...row,
    template: template as TemplateItem[],
    members: members.map(({ post }) => ({
      postId: post.id,
      post: post.name,
      unit: post.unit.shortName,
      person: post.holdings.map(({ person }) => person.name).join("、"),
    })),
    nextOn: row.closedOn === null ? nextDay(row, day, calendar) : null,
    last: meetings.find(({ status }) => status !== "draft") ?? null,
    coming: meetings.findLast(({ status }) => status !== "closed") ?? null,
    meetings: meetings.length,
    backlog: _count.backlog,
    rights: { ...rights, propose: rights.propose && row.closedOn === null },
  }));
}

function readSeries(day: string) {
  const holdings = {
    where: { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] },
    orderBy: { fromDay: "asc" as const },
    select: { person: { select: { name: true } } },
  };
  const post = { select: { id: true, name: true, unit: { select: { shortName: true } }, holdings } };
  return prisma().meetingSeries.findMany({
    orderBy: [{ closedOn: { sort: "desc", nulls: "first" } }, { order: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, version: true, name: true, note: true, every: true, weekday: true, monthDay: true },
      ...{ startTime: true, minutes: true, place: true, template: true, order: true, closedOn: true },
      members: { select: { post }, orderBy: { postId: "asc" } },
      meetings: {
        orderBy: [{ heldOn: "desc" }, { id: "desc" }],
        select: { id: true, title: true, heldOn: true, status: true },
      },
      _count: { select: { backlog: { where: { meetingId: null, state: "waiting" } } } },
    },
  });
}

/** One series. @throws NotFound, Forbidden */
export async function getSeries(actor: Actor, id: number): Promise<SeriesView> {
  const found = (await listSeries(actor)).find((one) => one.id === id);
  if (!found) throw new NotFound(`series ${id}`);
  return found;
}

/** A meeting as a calendar shows it; `id` null while only its series says that it is due. */
export type Planned = {
  id: number | null;
  seriesId: number | null;
  title: string;
  heldOn: string;
  startTime: string;
  minutes: number;
  place: string;
};

/** The meetings between two days, both included, that this person's posts are asked to; those that a series only announces come without an id. */
export async function listPlanned(actor: Actor, from: string, until: string): Promise<Planned[]> {
  if (!may(actor, "meeting.see")) return [];
  const posts = { in: actor.postIds };
  const [meetings, series, { calendar }] = await Promise.all([
    prisma().meeting.findMany({
      where: { heldOn: { gte: from, lte: until }, attendance: { some: { postId: posts } } },
      orderBy: [{ heldOn: "asc" }, { startTime: "asc" }],
      select: {
        ...{ id: true, seriesId: true, title: true, heldOn: true },
        ...{ startTime: true, minutes: true, place: true },
      },
    }),
    prisma().meetingSeries.findMany({
      where: { closedOn: null, members: { some: { postId: posts } } },
      include: { meetings: { select: { heldOn: true } } },
    }),
    getSettings(),
  ]);
  const announced = series.flatMap(({ meetings: held, id, name, startTime, minutes, place, ...rhythm }) => {
    const known =
      held
        .map(({ heldOn }) => heldOn)
        .sort()
        .at(-1) ?? "";
    return daysOf(rhythm, from, until, calendar)
      .filter((heldOn) => heldOn > known && heldOn >= today())
      .map((heldOn) => ({ id: null, seriesId: id, title: name, heldOn, startTime, minutes, place }));
  });
  return [...meetings, ...announced].sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
}
