import { runCommand } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { savedOffice, savedTask, supervisor } from "./builders";

/** A series of two departments with a ledger behind it, for tests. */

const STAGES = [
  { key: "open", name: "未签约", writtenOff: false },
  { key: "signed", name: "已签约", writtenOff: false },
  { key: "gone", name: "已拆除", writtenOff: true },
];

export type League = Awaited<ReturnType<typeof savedLeague>>;

/** 甲科 leads two running tasks, 乙科 one; each answers for four entries, of which three and one are signed. */
export async function savedLeague() {
  const office = await savedOffice();
  const tasks = [await running(office), await running(office), await running(office, office.otherUnitId)];
  const taskId = tasks[0] as number;
  const ledger = await prisma().ledger.create({
    data: { taskId, name: "清单", entryWord: "户", stages: STAGES, order: 0 },
  });
  const entryIds: number[] = [];
  for (const [at, stage] of [
    "signed",
    "gone",
    "signed",
    "open",
    "signed",
    "open",
    "open",
    "open",
  ].entries()) {
    const unitId = at < 4 ? office.unitId : office.otherUnitId;
    const days = {
      joinedOn: "2024-03-01",
      stageSince: "2024-03-01",
      writtenOffOn: stage === "gone" ? "2024-05-01" : null,
    };
    const data = { ledgerId: ledger.id, code: `户-${at + 1}`, stage, unitId, ...days };
    entryIds.push((await prisma().ledgerEntry.create({ data })).id);
  }
  return { ...office, tasks, ledgerId: ledger.id, entryIds };
}

async function running(
  office: Awaited<ReturnType<typeof savedOffice>>,
  unitId = office.unitId,
): Promise<number> {
  const ownerPostId = unitId === office.unitId ? office.ownerPostId : office.otherPostId;
  const id = await savedTask(office, { leadUnitId: unitId, ownerPostId });
  const data = {
    status: "inProgress" as const,
    progress: 40,
    statusSince: "2024-03-04",
    startedAt: new Date("2024-03-04T02:00:00Z"),
  };
  await prisma().task.update({ where: { id }, data });
  return id;
}

export const METRICS = [
  { source: "stage", name: "签约率", weight: 60, stage: "signed", least: 2 },
  { source: "progress", name: "任务进度", weight: 40 },
];

/** A series of both departments. @returns its number and its members' in the order 甲科, 乙科 */
export async function savedSeries(league: League, fields: Record<string, unknown> = {}) {
  const members = [league.unitId, league.otherUnitId].map((subjectId) => ({
    subjectId,
    activeFrom: "2024-01-01",
  }));
  const input = { name: `系列${Math.random()}`, kind: "units", metrics: METRICS, members, ...fields };
  const { result } = await runCommand<{ seriesId: number }>("series.define", supervisor(), input);
  const rows = await prisma().seriesMember.findMany({
    where: { seriesId: result.seriesId },
    orderBy: { id: "asc" },
  });
  return { seriesId: result.seriesId, memberIds: rows.map(({ id }) => id) as [number, number, ...number[]] };
}
