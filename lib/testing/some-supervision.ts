import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool } from "@/lib/db";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "./builders";

/** A task that is worked on, with everybody whom supervision knows; the clock stands still. */

export const NOW = new Date("2024-09-30T09:00:00+08:00");
export const later = (days: number, hours = 0) =>
  new Date(NOW.getTime() + days * 86_400_000 + hours * 3_600_000);

export type Scene = {
  taskId: number;
  owner: Actor;
  boss: Actor;
  leader: Actor;
  colleague: Actor;
  stranger: Actor;
};

/** Due on 31 October, three weeks ago reported on by nobody. */
export async function savedScene(fields: Record<string, unknown> = {}): Promise<Scene> {
  const office = await savedOffice();
  const owner = { ...ownerOf(office), accountId: 11 };
  await holdPost(office.ownerPostId, "责任人");
  const taskId = await savedTask(office, {
    dueDay: "2024-10-31",
    sponsorPostId: office.otherPostId,
    ...fields,
  });
  await at(NOW, "task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  await at(NOW, "task.takeStep", owner, { taskId, version: 2, step: "start" });
  const units = { unitIds: [office.otherUnitId] };
  return {
    ...{ taskId, owner, boss: supervisor() },
    leader: someActor({
      accountId: 12,
      name: "领导",
      roles: ["leader"],
      postIds: [office.otherPostId],
      ...units,
    }),
    colleague: someActor({ name: "同事", roles: ["staff"], unitIds: [office.unitId] }),
    stranger: someActor({ name: "旁人", roles: ["staff"], ...units }),
  };
}

/** Somebody without an account who holds this post from the year's beginning. */
export async function holdPost(postId: number, name: string): Promise<{ personId: number }> {
  const { result } = await runCommand<{ personId: number }>("person.add", SYSTEM, { name });
  const holding = { postId, personId: result.personId, from: "2024-01-01" };
  await runCommand("holding.begin", SYSTEM, holding);
  return result;
}

/** Runs a command at an instant. */
export function at<R = Record<string, number>>(instant: Date, name: string, actor: Actor, input: unknown) {
  return withClock(instant, async () => (await runCommand<R>(name, actor, input)).result);
}

export async function eventsOf(taskId: number) {
  const text = `SELECT kind, actor, changes, reason FROM "Event" WHERE "taskId" = $1 ORDER BY seq`;
  return (await pool().query(text, [taskId])).rows;
}

/** Fingerprints of everything that supervision writes, and how many happenings were recorded. */
export async function traces(): Promise<unknown> {
  const text = `SELECT (SELECT md5(string_agg(x::text, '|' ORDER BY id)) FROM "Urge" x) AS urges,
    (SELECT md5(string_agg(x::text, '|' ORDER BY id)) FROM "Notice" x) AS notices,
    (SELECT md5(string_agg(x::text, '|' ORDER BY id)) FROM "Extension" x) AS extensions,
    (SELECT md5(string_agg(x::text, '|' ORDER BY id)) FROM "Task" x) AS tasks,
    (SELECT count(*) FROM "Event" WHERE kind <> 'denied') AS events`;
  return (await pool().query(text)).rows[0];
}
