import { prisma } from "@/lib/db";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import { SUPERVISOR } from "./cast";

const DAY = "2024-08-30";
const OPENED_AT = 15 * 60;
const OPENING = { title: "样例：8 月重点任务推进会", sinceDay: "2024-07-31" };

const OUTCOMES = [
  { about: "1.4", kind: "decision", text: "样例：逐家排出时间表，每周报一次进展。" },
  { about: "2.2.1", kind: "decision", text: "样例：平台定位月内定稿，下次会议再看。" },
  { about: "3.3.2", kind: "decision", text: "样例：余下场所九月上旬复查完毕。" },
  { about: "4.1.1", kind: "note", text: "样例：规划条件明确前暂缓，条件成熟即恢复。" },
];

/** The meeting before the last day, so that a newcomer's first review has something to compare with. */
export function meetingActs(cast: Cast): Act[] {
  const open = (key: string) => run("meeting.open", SUPERVISOR, OPENING, key);
  const say = OUTCOMES.map(({ about, kind, text }) => async (key: string) => {
    const aboutTaskId = partOf(cast, about).id;
    await run("outcome.add", SUPERVISOR, { meetingId: await meetingId(), kind, text, aboutTaskId }, key);
  });
  const close = async (key: string) =>
    run("meeting.close", SUPERVISOR, { meetingId: await meetingId(), version: 1 }, key);
  return [open, ...say, close].map((perform, i) => ({
    ...{ key: `${KEY}meeting:${i}`, day: DAY, minute: OPENED_AT + 5 * i, perform },
  }));
}

async function meetingId(): Promise<number> {
  const { id } = await prisma().meeting.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  return id;
}
