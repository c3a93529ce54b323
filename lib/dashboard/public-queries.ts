import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import type { BoardSection, BoardTask } from "../board/rules";
import { now, realNow, today } from "../clock";
import { pool, prisma } from "../db";
import { NotFound } from "../errors";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import { type PublicFigures, publicFiguresOf } from "./public-rules";

export type PublicPage = PublicFigures & { officeName: string; plan: string; asOf: Date; day: string };

const FRESH_MS = 60_000;
let kept: { until: number; day: string; page: Promise<PublicPage> } | null = null;

/**
 * The figures that anybody may read without signing in: read at most once a minute, however many ask.
 * @throws NotFound while the office keeps the page shut
 */
export async function getPublicPage(): Promise<PublicPage> {
  // Asked every time, so that shutting the page shuts it at once.
  const { settings } = await getSettings();
  if (!settings.publicPage) throw new NotFound("public");
  const at = realNow().getTime();
  if (!kept || at >= kept.until || kept.day !== today()) {
    const page = readPage();
    kept = { until: at + FRESH_MS, day: today(), page };
    page.catch(() => {
      kept = null;
    });
  }
  return kept.page;
}

async function readPage(): Promise<PublicPage> {
  const { settings, calendar } = await getSettings();
  const plan = await prisma().plan.findFirst({
    orderBy: { year: "desc" },
    select: { id: true, title: true },
  });
  const planId = plan?.id ?? 0;
  const [{ rows: tasks }, sections] = await Promise.all([
    // The label is asked again: a task that became internal since it was published is nobody's business outside.
    pool().query<BoardTask>(
      `SELECT ${BOARD_COLUMNS} FROM "Task" t WHERE t."planId" = $1 AND t.published AND t.label = 'open'`,
      [planId],
    ),
    prisma().section.findMany({
      where: { planId },
      orderBy: [{ order: "asc" }, { id: "asc" }],
      select: { id: true, parentId: true, code: true, clause: true, title: true },
    }),
  ]);
  const frame = sections.map(
    ({ id, parentId, code, clause, title }): BoardSection => [id, parentId, code, clause, title],
  );
  const figures = publicFiguresOf(tasks, frame, lightSetting(today(), settings, calendar));
  const { officeName } = settings;
  return { ...figures, officeName, plan: plan?.title ?? "", asOf: now(), day: today() };
}

export type PublishableSection = {
  id: number;
  code: string;
  title: string;
  tasks: { id: number; code: string; title: string; published: boolean }[];
};

/** Every open task of the plan by its section, for whoever decides what is published. @throws Forbidden */
export async function listPublishable(actor: Actor): Promise<PublishableSection[]> {
  demand(actor, "task.add");
  const plan = await prisma().plan.findFirst({ orderBy: { year: "desc" }, select: { id: true } });
  const tasks = { where: { label: "open", status: { not: "draft" } }, orderBy: { rank: "asc" } } as const;
  const sections = await prisma().section.findMany({
    where: { planId: plan?.id ?? 0, tasks: { some: tasks.where } },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, code: true, title: true },
      tasks: { ...tasks, select: { id: true, code: true, title: true, published: true } },
    },
  });
  return sections;
}
