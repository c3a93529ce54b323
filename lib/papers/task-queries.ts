import { demand } from "../auth/demand";
import { type Actor, maySee } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import { type BoardTask, MASKED_TITLE } from "../board/rules";
import type { Day } from "../calendar/rules";
import { pool, prisma } from "../db";
import { figuresOf } from "../lights/figures";
import type { Setting } from "../lights/rules";
import { type Seen, see } from "../meetings/review-rules";
import { readNames } from "../meetings/standing-queries";
import { getCurrentPlan, listGoals } from "../plan/queries";
import { type PaperFilter, withBelow } from "./filter-rules";
import { readLastSaid } from "./said-queries";

/** The tasks of the plan as papers tell them: names instead of numbers, masked where the board masks. */

/** A check-in; `supportUnitId` is null when the owner wrote it. */
export type Said = {
  day: Day;
  author: string;
  done: string;
  problem: string;
  next: string;
  help: string;
  supportUnitId: number | null;
};
export type TaskLine = Seen & {
  /** The first-level section that it stands under. */
  top: { id: number; code: string; title: string };
  goal: string;
  unit: string;
  supports: string;
  owner: string;
  sponsor: string;
  /** The owner's last check-in of the period; null when there is none or its words are masked. */
  said: Said | null;
};
export type Lines = {
  plan: { id: number; year: number; title: string };
  tasks: TaskLine[];
  /** Names of what was asked for, for the line that says so. */
  asked: { sections: string[]; units: string[]; owners: string[]; sponsors: string[] };
};
export type Period = { from: Day; to: Day };

/** Null before a plan is published. @throws Forbidden */
export async function readLines(
  actor: Actor,
  setting: Setting,
  filter: PaperFilter,
  period: Period,
): Promise<Lines | null> {
  demand(actor, "board.see");
  const plan = await getCurrentPlan();
  if (!plan) return null;
  const [rows, sections, units, posts, names, goals] = await Promise.all([
    readTasks(actor, plan.id),
    readSections(plan.id),
    prisma().unit.findMany({ select: { id: true, parentId: true, shortName: true } }),
    prisma().post.findMany({ select: { id: true, name: true } }),
    readNames(setting.today),
    listGoals(actor, plan.id),
  ]);
  const passes = passesOf(filter, setting, sections, units);
  const seen = rows.map((task) => ({ ...task, ...see(task, setting) })).filter(passes);
  const said = await readLastSaid(
    seen.filter(({ label }) => label !== "sensitive").map(({ id }) => id),
    period,
  );
  const topOf = topsOf(sections);
  const tasks = seen.map(
    (task): TaskLine => ({
      ...task,
      title: task.label === "sensitive" ? MASKED_TITLE : task.title,
      top: topOf(task.sectionId),
      goal: goals[task.id] ?? "",
      unit: names.unit(task.leadUnitId),
      supports: task.supportUnitIds.map(names.unit).filter(Boolean).join("、"),
      owner: names.post(task.ownerPostId),
      sponsor: names.post(task.sponsorPostId),
      said: said.get(task.id)?.at(-1) ?? null,
    }),
  );
  const named = (ids: readonly number[], all: readonly { id: number; name: string }[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return {
    plan,
    tasks,
    asked: {
      sections: named(
        filter.sections,
        sections.map(({ id, code, title }) => ({ id, name: `${code} ${title}` })),
      ),
      units: named(
        filter.units,
        units.map(({ id, shortName }) => ({ id, name: shortName })),
      ),
      owners: named(filter.owners, posts),
      sponsors: named(filter.sponsors, posts),
    },
  };
}

/** In the order of the plan. */
async function readTasks(actor: Actor, planId: number): Promise<BoardTask[]> {
  const text = `SELECT ${BOARD_COLUMNS} FROM "Task" t JOIN "Section" o ON o.id = t."sectionId"
    WHERE t."planId" = $1 ORDER BY o."order", o.id, t.rank`;
  const { rows } = await pool().query<BoardTask>(text, [planId]);
  return rows.filter((task) => maySee(actor, task));
}

type Section = { id: number; parentId: number | null; code: string; title: string };

export function readSections(planId: number): Promise<Section[]> {
  return prisma().section.findMany({
    where: { planId },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, parentId: true, code: true, title: true },
  });
}

/** The first-level section above a section. */
export function topsOf(sections: readonly Section[]): (id: number) => TaskLine["top"] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  return (id) => {
    let at = byId.get(id);
    for (let up = at; up && up.parentId !== null; ) {
      up = byId.get(up.parentId);
      at = up ?? at;
    }
    return { id: at?.id ?? id, code: at?.code ?? "", title: at?.title ?? "" };
  };
}

function passesOf(
  filter: PaperFilter,
  setting: Setting,
  sections: readonly Section[],
  units: readonly { id: number; parentId: number | null }[],
): (task: Seen) => boolean {
  const inSections = withBelow(filter.sections, sections);
  const inUnits = withBelow(filter.units, units);
  const holds = (chosen: readonly number[], id: number | null) =>
    chosen.length === 0 || chosen.includes(id ?? 0);
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return (task) =>
    (inSections?.has(task.sectionId) ?? true) &&
    (inUnits?.has(task.leadUnitId ?? 0) ?? true) &&
    holds(filter.owners, task.ownerPostId) &&
    holds(filter.sponsors, task.sponsorPostId) &&
    (filter.lights.length === 0 || filter.lights.includes(task.light.light)) &&
    (filter.statuses.length === 0 || filter.statuses.includes(task.status)) &&
    (filter.only === null || figuresOf(task, setting, task.light)[filter.only]) &&
    words.every((word) => textOf(task).includes(word));
}

// What is masked is not found by its words either.
const textOf = ({ code, title, label }: Seen) =>
  `${code} ${label === "sensitive" ? "" : title}`.toLowerCase();
