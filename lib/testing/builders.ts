import type { Actor, Role } from "@/lib/auth/permissions";
import { runCommand, SYSTEM } from "@/lib/commands";

/** Values and rows for tests: each names only what the test is about. */

export function someActor(fields: Partial<Actor> = {}): Actor {
  const empty = { accountId: null, personId: null, name: "某人", roles: [] };
  return { ...empty, postIds: [], unitIds: [], headUnitIds: [], ...fields };
}

export const supervisor = () => someActor({ name: "督查员", roles: ["supervisor"] });

type Office = {
  unitId: number;
  otherUnitId: number;
  ownerPostId: number;
  otherPostId: number;
  sectionId: number;
  planId: number;
};

async function idOf(name: string, key: string, input: unknown): Promise<number> {
  const { result } = await runCommand<Record<string, number>>(name, SYSTEM, input);
  return result[key] as number;
}

/** Two departments with a post each, and a plan with one section. */
export async function savedOffice(): Promise<Office> {
  const root = await idOf("unit.add", "unitId", { parentId: null, kind: "subdistrict", name: "某街道" });
  const unitId = await idOf("unit.add", "unitId", { parentId: root, kind: "department", name: "甲科" });
  const otherUnitId = await idOf("unit.add", "unitId", { parentId: root, kind: "department", name: "乙科" });
  const ownerPostId = await idOf("post.add", "postId", { unitId, name: "负责人", isHead: true });
  const otherPostId = await idOf("post.add", "postId", { unitId: otherUnitId, name: "负责人", isHead: true });
  const plan = { year: 2024, title: "计划", publishedOn: "2024-03-01", publisher: "某街道" };
  const planId = await idOf("plan.publish", "planId", plan);
  const sectionId = await idOf("section.add", "sectionId", { planId, code: "1", title: "一" });
  return { unitId, otherUnitId, ownerPostId, otherPostId, sectionId, planId };
}

/** A task of the office, a draft with an owner unless said otherwise. */
export async function savedTask(office: Office, fields: Record<string, unknown> = {}): Promise<number> {
  return idOf("task.add", "taskId", {
    sectionId: office.sectionId,
    title: "某任务",
    leadUnitId: office.unitId,
    ownerPostId: office.ownerPostId,
    startDay: "2024-03-01",
    dueDay: "2024-12-31",
    ...fields,
  });
}

/** Somebody who holds the owner post of the office. */
export function ownerOf(office: Office, roles: Role[] = ["staff"]): Actor {
  return someActor({ name: "责任人", roles, postIds: [office.ownerPostId], unitIds: [office.unitId] });
}
