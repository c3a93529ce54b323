import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import { type Part, SUPERVISOR } from "./cast";
import { SERIES, type SeriesPreset } from "./meeting-series";

const HELD: Day = "2024-08-30";
const OPENED_AT = 15 * 60;
const OPENING = { title: "样例：8 月重点任务推进会", sinceDay: "2024-07-31" };
const MAIN = "攻坚例会";
const FOUNDED: Day = "2024-03-04";

const OUTCOMES = [
  { about: "1.4", kind: "decision", text: "样例：逐家排出时间表，每周报一次进展。" },
  { about: "2.2.1", kind: "decision", text: "样例：平台定位月内定稿，下次会议再看。" },
  { about: "3.3.2", kind: "decision", text: "样例：余下场所九月上旬复查完毕。" },
  { about: "4.1.1", kind: "note", text: "样例：规划条件明确前暂缓，条件成熟即恢复。" },
];

/** Four series; the meeting before the last day, so that a newcomer's first review has something to compare with; one that is being prepared, and a matter that waits. */
export function meetingActs(cast: Cast): Act[] {
  return [...SERIES.map(founded), ...held(cast), ...coming(cast)];
}

function founded({ posts, ...series }: SeriesPreset, order: number): Act {
  const perform = async (key: string) =>
    run("meetingSeries.add", SUPERVISOR, { ...series, order, postIds: await postsNamed(posts) }, key);
  return { key: `${KEY}series:${order}`, day: FOUNDED, minute: 600 + order, perform };
}

async function postsNamed(names: readonly string[]): Promise<number[]> {
  const rows = await prisma().post.findMany({
    where: { name: { in: [...names] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (rows.length !== names.length) throw new Error(`posts are missing: ${names.join("、")}`);
  return rows.map(({ id }) => id);
}

async function seriesNamed(name: string): Promise<number> {
  return (await prisma().meetingSeries.findUniqueOrThrow({ where: { name }, select: { id: true } })).id;
}

function held(cast: Cast): Act[] {
  const open = async (key: string) =>
    run("meeting.open", SUPERVISOR, { ...OPENING, seriesId: await seriesNamed(MAIN) }, key);
  const say = OUTCOMES.map(({ about, kind, text }) => async (key: string) => {
    const { id: aboutTaskId } = partOf(cast, about);
    const meetingId = await heldId();
    const item = await prisma().agendaItem.findFirst({ where: { meetingId, taskId: aboutTaskId } });
    const where = { meetingId, aboutTaskId, agendaItemId: item?.id ?? null };
    await run("outcome.add", SUPERVISOR, { ...where, kind, text }, key);
  });
  const close = async (key: string) =>
    run("meeting.close", SUPERVISOR, { meetingId: await heldId(), version: 1 }, key);
  return [open, ...say, noteWhoCame, noteTalk(partOf(cast, "1.4")), close].map((perform, i) => ({
    ...{ key: `${KEY}meeting:${i}`, day: HELD, minute: OPENED_AT + 5 * i, perform },
  }));
}

async function heldId(): Promise<number> {
  const where = { title: OPENING.title };
  return (await prisma().meeting.findFirstOrThrow({ where, select: { id: true } })).id;
}

async function noteWhoCame(key: string): Promise<void> {
  const meetingId = await heldId();
  const asked = await prisma().attendance.findMany({ where: { meetingId }, orderBy: { postId: "asc" } });
  const rows = asked.map(({ postId }, at) => ({
    postId,
    ...(at === 2 ? { presence: "leave", note: "样例：外出开会" } : { presence: "present" }),
  }));
  await run("attendance.set", SUPERVISOR, { meetingId, rows }, key);
}

function noteTalk({ id: taskId }: Part) {
  return async (key: string) => {
    const where = { meetingId: await heldId(), taskId };
    const item = await prisma().agendaItem.findFirst({ where });
    if (!item) throw new Error("the sample meeting has no item for its own decision");
    const record = "样例：逐家说明卡点，牵头单位排出时间表，分管领导每周看一次。";
    await run("agenda.edit", SUPERVISOR, { itemId: item.id, version: item.version, record }, key);
  };
}

type Proposal = { day: Day; hour: number; by: Actor; title: string; reason: string; taskId: number | null };

/** Proposed before the agenda was made: it stands on it. Proposed after: it waits. */
function coming(cast: Cast): Act[] {
  const [park, land] = [partOf(cast, "2.2.1"), partOf(cast, "1.1")];
  const proposals: Proposal[] = [
    {
      ...{ day: "2024-09-27", hour: 10, by: park.owner, taskId: park.id },
      ...{ title: "样例：请研究平台运营主体", reason: "涉及两个单位，需会上明确。" },
    },
    {
      ...{ day: "2024-09-30", hour: 9, by: land.owner, taskId: land.id },
      ...{ title: "样例：请协调剩余户安置房源", reason: "房源由区级部门调配。" },
    },
  ];
  const proposed = proposals.map(
    ({ day, hour, by, ...matter }, at): Act => ({
      ...{ key: `${KEY}proposal:${at}`, day, minute: hour * 60 + 20 },
      perform: async (key) =>
        run("agenda.propose", by, { seriesId: await seriesNamed(MAIN), ...matter }, key),
    }),
  );
  const plan = async (key: string) =>
    run(
      "meeting.plan",
      SUPERVISOR,
      {
        ...{ seriesId: await seriesNamed(MAIN), title: "样例：9 月重点任务推进会", heldOn: "2024-10-08" },
        ...{ minutes: 90, recorder: "督查员", chairPostId: (await postsNamed(["街道办事处主任"]))[0] },
      },
      key,
    );
  return [...proposed, { key: `${KEY}meeting:plan`, day: "2024-09-29", minute: 16 * 60, perform: plan }];
}
