import type { Actor } from "@/lib/auth/permissions";
import { pool } from "@/lib/db";
import { savedAccount, signedIn } from "./accounts";
import { savedOffice, savedTask, supervisor } from "./builders";
import { at } from "./some-supervision";

/** Three tasks that are worked on, with people who hold the posts; of the third nobody does. */

/** A moment of 2024 in Shanghai: "09-25 10:00". */
export const moment = (text: string) => new Date(`2024-${text.replace(" ", "T")}:00+08:00`);

export const PLAN = {
  ...{ title: "九月填报", periodFrom: "2024-09-01", periodTo: "2024-09-30" },
  ...{ windowFrom: "2024-09-23", windowTo: "2024-09-25", graceDays: 2 },
};

export type RoundScene = {
  taskIds: [number, number, number];
  unitId: number;
  otherUnitId: number;
  boss: Actor;
  /** Owns the first task. */
  owner: Actor;
  /** Owns the second and heads the unit that supports the first. */
  helper: Actor;
};

let scenes = 0;

export async function savedRoundScene(): Promise<RoundScene> {
  const office = await savedOffice();
  const { unitId, otherUnitId, ownerPostId, otherPostId } = office;
  const begun = moment("09-01 09:00");
  const boss = await workingActor("supervisor", `boss${++scenes}`, null);
  const owner = await workingActor("unitHead", `owner${scenes}`, ownerPostId);
  const helper = await workingActor("unitHead", `helper${scenes}`, otherPostId);
  const { postId } = await at(
    begun,
    "post.add",
    { ...supervisor(), system: true },
    { unitId, name: "空缺岗" },
  );
  const taskIds = [
    await savedTask(office, { title: "甲", supportUnitIds: [otherUnitId] }),
    await savedTask(office, { title: "乙", leadUnitId: otherUnitId, ownerPostId: otherPostId }),
    await savedTask(office, { title: "丙", ownerPostId: postId }),
  ] as [number, number, number];
  await at(begun, "task.assign", boss, { tasks: taskIds.map((taskId) => ({ taskId, version: 1 })) });
  await pool().query(
    `UPDATE "Task" SET status = 'inProgress', "statusSince" = '2024-09-01', "startedAt" = now(), "acknowledgedAt" = now() WHERE id = ANY($1)`,
    [taskIds],
  );
  return { taskIds, unitId, otherUnitId, boss, owner, helper };
}

async function workingActor(role: "supervisor" | "unitHead", name: string, postId: number | null) {
  const accountId = await savedAccount([role], { name, personName: name });
  const actor = await signedIn(accountId);
  if (postId === null || actor.personId === null) return actor;
  const system = { ...supervisor(), system: true as const };
  await at(moment("09-01 09:00"), "holding.begin", system, {
    postId,
    personId: actor.personId,
    from: "2024-01-01",
  });
  return signedIn(accountId);
}

/** A report of the owner. */
export async function report(when: string, actor: Actor, taskId: number, done = "已完成摸排") {
  const { rows } = await pool().query(`SELECT version FROM "Task" WHERE id = $1`, [taskId]);
  const input = { taskId, version: rows[0].version, done };
  return at<{ checkInId: number }>(moment(when), "checkIn.add", actor, input);
}

export async function dueDays(taskIds: readonly number[]): Promise<(string | null)[]> {
  const text = `SELECT "reportDueDay" AS day FROM "Task" WHERE id = ANY($1) ORDER BY id`;
  return (await pool().query(text, [taskIds])).rows.map(({ day }) => day);
}
