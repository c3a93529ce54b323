import * as z from "zod";
import { command, run } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { COMMANDS, SYSTEM } from "@/lib/commands";
import { prisma, type Tx } from "@/lib/db";
import { calendarRows, KNOWN_UNTIL } from "./calendar";
import { BASELINE_YEAR, BASELINES, PLAN, SECTIONS, sectionOf, TASKS, YEAR_END } from "./plan-2024";
import { addCoverage } from "./sow-coverage";
import { addLeagues } from "./sow-leagues";
import { addLedgers } from "./sow-ledgers";
import { addMeasures, addMilestones } from "./sow-proofs";
import { UNITS } from "./units";

/** Runs one command inside the seed and answers the id that it gave. */
type Add = (name: string, answers: string, input: unknown) => Promise<number>;
type Ids = Map<string, number>;

// One command around all the others: a start that is cut off half-way has seeded nothing.
const sow = command("plan.sow", z.strictObject({}), async (tx, actor) => {
  const add = adder(tx, actor);
  await add("calendar.load", "days", { days: calendarRows(), knownUntil: KNOWN_UNTIL });
  const { units, posts } = await addUnits(add);
  const planId = await add("plan.publish", "planId", PLAN);
  const sections = await addSections(add, planId);
  const tasks = await addTasks(add, sections, units, posts);
  await addBaselines(add, sections, tasks);
  await addMilestones(add, tasks);
  await addMeasures(add, tasks);
  await addCoverage(add, tasks);
  await addLedgers(add, tasks);
  await addLeagues(tx, add, { tasks, units, posts });
  return { planId };
});

/** Sets up the calendar, the preset units and the plan of 2024 with its tasks as drafts; nothing where a plan exists. */
export async function seed(): Promise<void> {
  if ((await prisma().plan.count()) > 0) return;
  // The plan's items stand in the history from the day of its publication; `recordedAt` keeps the real moment.
  await withClock(new Date(`${PLAN.publishedOn}T08:30:00+08:00`), () => run(sow, SYSTEM, {}));
}

function adder(tx: Tx, actor: Actor): Add {
  return async (name, answers, input) => {
    const found = COMMANDS.get(name);
    if (!found) throw new Error(`the seed needs the command ${name}`);
    const result = await found.run(tx, actor, found.input.parse(input));
    return (result as Record<string, number>)[answers] as number;
  };
}

function must(ids: Ids, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the seed names ${key} before it exists`);
  return id;
}

async function addUnits(add: Add): Promise<{ units: Ids; posts: Ids }> {
  const units: Ids = new Map();
  const posts: Ids = new Map();
  for (const { key, parent, kind, name, shortName, posts: own } of UNITS) {
    const parentId = parent === null ? null : must(units, parent);
    const unitId = await add("unit.add", "unitId", { parentId, kind, name, shortName });
    units.set(key, unitId);
    for (const post of own) {
      const input = { unitId, name: post.name, isHead: post.isHead };
      posts.set(`${key}.${post.key}`, await add("post.add", "postId", input));
    }
  }
  return { units, posts };
}

async function addSections(add: Add, planId: number): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { code, parent, clause, title } of SECTIONS) {
    const parentId = parent === null ? null : must(ids, parent);
    ids.set(code, await add("section.add", "sectionId", { planId, parentId, code, clause, title }));
  }
  return ids;
}

async function addTasks(add: Add, sections: Ids, units: Ids, posts: Ids): Promise<Ids> {
  const ids: Ids = new Map();
  for (const task of TASKS) {
    const input = {
      sectionId: must(sections, sectionOf(task.code)),
      code: task.code,
      title: task.title,
      goal: task.goal,
      sourceRef: task.clause,
      label: task.internal ? "internal" : "open",
      proofs: task.proofs,
      leadUnitId: must(units, task.lead),
      ownerPostId: must(posts, task.owner),
      sponsorPostId: must(posts, task.sponsor),
      supportUnitIds: (task.supports ?? []).map((key) => must(units, key)),
      startDay: task.start ?? PLAN.publishedOn,
      dueDay: task.due ?? YEAR_END,
      weight: task.weight ?? 1,
    };
    ids.set(task.code, await add("task.add", "taskId", input));
  }
  return ids;
}

async function addBaselines(add: Add, sections: Ids, tasks: Ids): Promise<void> {
  for (const { at, ...figure } of BASELINES) {
    const taskId = tasks.get(at) ?? null;
    const sectionId = must(sections, taskId === null ? at : sectionOf(at));
    await add("baseline.add", "baselineId", { sectionId, taskId, year: BASELINE_YEAR, ...figure });
  }
}
