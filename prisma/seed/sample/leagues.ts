import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { type Act, KEY, run } from "./acts";
import { SUPERVISOR } from "./cast";

const FORCES = "攻坚组赛马";
const FREEZES: readonly { day: Day; series: string; title: string }[] = [
  { day: "2024-06-30", series: FORCES, title: "样例：上半年" },
  { day: "2024-06-30", series: "科室赛马", title: "样例：上半年" },
  { day: "2024-08-31", series: FORCES, title: "样例：8 月" },
  { day: "2024-08-31", series: "科室赛马", title: "样例：8 月" },
];
const FROZEN_AT = 17 * 60 + 30;

/** Two editions of two series, an exemption, an appeal with its answer, and an award. */
export function leagueActs(): Act[] {
  const freezes = FREEZES.map(({ day, series, title }, at): Act => {
    const perform = async (once: string) =>
      run(
        "edition.freeze",
        SUPERVISOR,
        { seriesId: await seriesNamed(series), title, fromDay: "2024-03-01" },
        once,
      );
    return { key: `${KEY}edition:${day}:${series}`, day, minute: FROZEN_AT + at, perform };
  });
  return [
    ...freezes,
    { key: `${KEY}award:first`, day: "2024-07-02", minute: 570, perform: grantFirst },
    { key: `${KEY}exemption`, day: "2024-08-20", minute: 600, perform: exempt },
    { key: `${KEY}appeal`, day: "2024-09-02", minute: 580, perform: appeal },
    { key: `${KEY}appeal:answer`, day: "2024-09-04", minute: 620, perform: answer },
  ];
}

async function seriesNamed(name: string): Promise<number> {
  const { id } = await prisma().series.findUniqueOrThrow({ where: { name }, select: { id: true } });
  return id;
}

type Place = { memberId: number; rank: number | null };

/** The last edition of the task forces, with who stands where. */
async function lastEdition(): Promise<{ id: number; rows: Place[] }> {
  const { id, rows } = await prisma().edition.findFirstOrThrow({
    where: { series: { name: FORCES } },
    orderBy: { number: "desc" },
    select: { id: true, rows: true },
  });
  return { id, rows: (rows as unknown as { table: { rows: Place[] } }).table.rows };
}

async function grantFirst(once: string): Promise<void> {
  const seriesId = await seriesNamed(FORCES);
  const rule = await prisma().incentiveRule.findFirstOrThrow({
    where: { seriesId, name: "本期第一" },
    select: { id: true },
  });
  const { id: editionId, rows } = await lastEdition();
  const first = rows.find(({ rank }) => rank === 1);
  if (!first) return;
  await run("award.grant", SUPERVISOR, { ruleId: rule.id, editionId, memberId: first.memberId }, once);
}

/** One entry on the court's track that no task force can hurry. */
async function exempt(once: string): Promise<void> {
  const seriesId = await seriesNamed(FORCES);
  const members = await prisma().seriesMember.findMany({
    where: { seriesId },
    orderBy: { id: "asc" },
    select: { id: true, unitId: true },
  });
  const unitIds = members.flatMap(({ unitId }) => unitId ?? []);
  const entry = await prisma().ledgerEntry.findFirst({
    where: { track: "court", writtenOffOn: null, removedOn: null, unitId: { in: unitIds } },
    orderBy: [{ ledgerId: "asc" }, { code: "asc" }],
    select: { id: true, unitId: true },
  });
  const member = members.find(({ unitId }) => unitId === entry?.unitId);
  if (!entry || !member) return;
  const subject = { subjectType: "entry", subjectId: entry.id, reason: "样例：司法程序中止，暂不计入" };
  await run("exemption.grant", SUPERVISOR, { seriesId, memberId: member.id, ...subject }, once);
}

async function appeal(once: string): Promise<void> {
  const { id: editionId, rows } = await lastEdition();
  const last = rows.findLast(({ rank }) => rank !== null);
  if (!last) return;
  const member = await prisma().seriesMember.findUniqueOrThrow({
    where: { id: last.memberId },
    select: {
      unit: { select: { id: true, posts: { where: { isHead: true }, select: { id: true, name: true } } } },
    },
  });
  const [post] = member.unit?.posts ?? [];
  if (!post || !member.unit) return;
  const head: Actor = {
    ...SUPERVISOR,
    name: post.name,
    roles: ["leader"],
    postIds: [post.id],
    unitIds: [member.unit.id],
  };
  const text = "样例：有一户 8 月 30 日已签约，登记晚了两天，请核实后计入。";
  await run("appeal.add", head, { editionId, memberId: last.memberId, text }, once);
}

async function answer(once: string): Promise<void> {
  const found = await prisma().appeal.findFirst({
    orderBy: { id: "desc" },
    select: { id: true, version: true },
  });
  if (!found) return;
  const text = "样例：已核实，签约日期以登记为准，计入下一期；本期名次不变。";
  await run("appeal.answer", SUPERVISOR, { appealId: found.id, version: found.version, answer: text }, once);
}
