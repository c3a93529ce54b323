import { type Actor, visibleTo } from "../auth/permissions";
import { actorOfFeed } from "../auth/queries";
import { addDays } from "../calendar/rules";
import { now, today } from "../clock";
import { prisma } from "../db";
import { env } from "../env";
import { listPlanned } from "../meetings/series-queries";
import type { Words } from "../message-format";
import { listOwing } from "../rounds/owing-queries";
import { calendarText, type Entry } from "./rules";

/** Meetings are told from so many days back to so many days ahead. */
const BACK = 31;
const AHEAD = 120;

/**
 * The calendar behind a secret address: due days of open tasks that its person owns or sponsors, windows of open rounds that wait
 * for the person, and meetings. It leaves the office, so a sensitive task is only something that waits. null: the address stands for nobody.
 */
export async function getFeed(token: string, words: Words): Promise<string | null> {
  const actor = await actorOfFeed(token);
  if (!actor) return null;
  const say = { t: words, at: (path: string) => new URL(path, env().NEXTAUTH_URL).href };
  const entries = await Promise.all([listDue(actor, say), listWindows(actor, say), listMeetings(actor, say)]);
  const { host } = new URL(env().NEXTAUTH_URL);
  const name = words("name", { person: actor.name });
  return calendarText({ name, host, entries: entries.flat(), asOf: now() });
}

type Say = { t: Words; at: (path: string) => string };

async function listDue(actor: Actor, { t, at }: Say): Promise<Entry[]> {
  const posts = { in: actor.postIds };
  const tasks = await prisma().task.findMany({
    where: {
      AND: [visibleTo(actor), { OR: [{ ownerPostId: posts }, { sponsorPostId: posts }] }],
      status: { in: ["assigned", "inProgress", "submitted"] },
    },
    orderBy: [{ dueDay: "asc" }, { id: "asc" }],
    select: { id: true, code: true, title: true, label: true, dueDay: true, ownerPostId: true },
  });
  return tasks.map(({ id, code, title, label, dueDay, ownerPostId }) => {
    const own = actor.postIds.includes(ownerPostId ?? 0);
    return {
      ...{ uid: `task-${id}`, url: at(`/tasks/${id}`), from: dueDay, until: dueDay },
      title: label === "sensitive" ? t("sensitive") : t(own ? "due" : "sponsoredDue", { code, title }),
    };
  });
}

async function listWindows(actor: Actor, { t, at }: Say): Promise<Entry[]> {
  const owing = (await listOwing(prisma(), today())).filter(({ supportUnitId, ownerPostId }) =>
    supportUnitId === null
      ? actor.postIds.includes(ownerPostId ?? 0)
      : actor.headUnitIds.includes(supportUnitId),
  );
  const rounds = new Map(owing.map((one) => [one.roundId, one]));
  return [...rounds.values()].map(({ roundId, title, windowFrom, lastDay }) => ({
    ...{ uid: `round-${roundId}`, url: at("/report"), from: windowFrom, until: lastDay },
    title: t("round", { title, count: owing.filter((one) => one.roundId === roundId).length }),
  }));
}

async function listMeetings(actor: Actor, { t, at }: Say): Promise<Entry[]> {
  const planned = await listPlanned(actor, addDays(today(), -BACK), addDays(today(), AHEAD));
  return planned.map(({ id, seriesId, title, heldOn, startTime, minutes, place }) => ({
    uid: id === null ? `series-${seriesId}-${heldOn}` : `meeting-${id}`,
    title: id === null ? t("announced", { title }) : title,
    url: at(id === null ? "/meetings" : `/meetings/${id}`),
    ...{ place, day: heldOn, startTime, minutes },
  }));
}
