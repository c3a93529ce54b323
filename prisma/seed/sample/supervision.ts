import type { Day } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import { type Part, SUPERVISOR } from "./cast";

type Letter = { day: Day; hour: number; name: string; perform: (key: string) => Promise<unknown> };

/** An urge that was answered, a blue notice whose reply has lapsed, a later day that was granted and one that waits for its leader. */
export function supervisionActs(cast: Cast): Act[] {
  const letters = [
    ...urged(partOf(cast, "3.3.2")),
    ...noticed(partOf(cast, "1.4")),
    ...extended(partOf(cast, "1.3")),
    ...waiting(partOf(cast, "2.1.7")),
  ];
  return letters.map(({ day, hour, name, perform }) => ({
    ...{ key: `${KEY}supervision:${name}`, day, minute: hour * 60 + 5, perform },
  }));
}

function urged(part: Part): Letter[] {
  const send = (key: string) => run("urge.send", SUPERVISOR, { taskId: part.id }, key);
  const reply = async (key: string) => {
    const { id: urgeId } = await prisma().urge.findFirstOrThrow({
      where: { taskId: part.id },
      select: { id: true },
    });
    const text = "样例：余下场所本周复查完毕，周五前报结果。";
    return run("urge.reply", part.owner, { urgeId, text }, key);
  };
  return [
    { day: "2024-09-26", hour: 9, name: "urge", perform: send },
    { day: "2024-09-26", hour: 17, name: "urgeReply", perform: reply },
  ];
}

function noticed(part: Part): Letter[] {
  const issue = (key: string) => {
    const input = {
      ...{ taskId: part.id, level: "blue", replyDay: "2024-09-23" },
      reason: "样例：谈判进度明显滞后，逐家时间表未按会议要求报送。",
      demand: "样例：请逐家说明滞后原因，报送追赶措施和完成时间。",
    };
    return run("notice.issue", SUPERVISOR, input, key);
  };
  const receive = async (key: string) => {
    const { id: noticeId, version } = await prisma().notice.findFirstOrThrow({
      where: { taskId: part.id },
      select: { id: true, version: true },
    });
    return run("notice.receive", part.owner, { noticeId, version }, key);
  };
  return [
    { day: "2024-09-18", hour: 9, name: "notice", perform: issue },
    { day: "2024-09-18", hour: 17, name: "noticeReceipt", perform: receive },
  ];
}

function extended(part: Part): Letter[] {
  const reason = "样例：个别产权人在外地，签约手续须顺延半个月。";
  const grant = async (key: string) => {
    const { id: extensionId, version } = await prisma().extension.findFirstOrThrow({
      where: { taskId: part.id },
      select: { id: true, version: true },
    });
    const input = { extensionId, version, granted: true, text: "样例：同意，请按新期限倒排。" };
    const { task } = await run<{ task: [number, number] }>("extension.answer", part.sponsor, input, key);
    part.version = task[1];
  };
  return [
    { day: "2024-09-12", hour: 9, name: "extension", perform: asking(part, "2024-11-15", reason) },
    { day: "2024-09-13", hour: 9, name: "extensionGrant", perform: grant },
  ];
}

function waiting(part: Part): Letter[] {
  const reason = "样例：人才库数据口径刚商定，录入和试用须到月底。";
  return [
    { day: "2024-09-27", hour: 9, name: "extensionWaiting", perform: asking(part, "2024-10-31", reason) },
  ];
}

function asking(part: Part, wantedDay: Day, reason: string) {
  return (key: string) => run("extension.ask", part.owner, { taskId: part.id, wantedDay, reason }, key);
}
