import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/calendar/rules";
import { SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import { type Part, SUPERVISOR } from "./cast";

type Word = { day: Day; minute?: number; name: string; perform: (key: string) => Promise<unknown> };

/** The 13710 clock is on; a note waits to be read, one instruction keeps its days, another does not; closed tasks are looked at again. */
export function instructionActs(cast: Cast): Act[] {
  const begins = { day: "2024-09-02", name: "clock", perform: switchOn };
  const words: Word[] = [
    begins,
    ...noted(partOf(cast, "2.2.1")),
    ...kept(partOf(cast, "2.1.7")),
    ...forgotten(partOf(cast, "2.1.5")),
    ...lookedAgain(),
  ];
  return words.map(({ day, minute = 0, name, perform }) => ({
    ...{ key: `${KEY}instruction:${name}`, day, minute: 8 * 60 + 40 + minute, perform },
  }));
}

const switchOn = (key: string) => run("setting.set", SYSTEM, { clock13710: true }, key);

function noted({ id, sponsor }: Part): Word[] {
  const text = "样例：平台定位已议过两次，请本周内拿出定稿，不再另行开会。";
  const give = (key: string) => run("instruction.give", sponsor, { kind: "note", taskId: id, text }, key);
  return [{ day: "2024-09-27", name: "note", perform: give }];
}

const asTask =
  ({ id, sponsor }: Part, text: string, pace: string) =>
  (key: string) =>
    run("instruction.give", sponsor, { kind: "task", taskId: id, text, pace }, key);

function kept(part: Part): Word[] {
  const text = "样例：请牵头拿出三个数据库的口径对照表。各单位口径不一的，逐项列明。";
  const take = (step: string) => (key: string) =>
    onMade(part, text, (made) => {
      return run("task.takeStep", part.owner, { taskId: made.id, version: made.version, step }, key);
    });
  const report = (key: string) =>
    onMade(part, text, (made) => {
      const said = { done: "样例：口径对照表初稿已完成，三处不一致待商定。", progress: 60 };
      return run("checkIn.add", part.owner, { taskId: made.id, version: made.version, ...said }, key);
    });
  return [
    { day: "2024-09-23", name: "kept", perform: asTask(part, text, "hard") },
    { day: "2024-09-23", minute: 200, name: "keptAcknowledge", perform: take("acknowledge") },
    { day: "2024-09-24", name: "keptStart", perform: take("start") },
    { day: "2024-09-26", name: "keptReport", perform: report },
  ];
}

function forgotten(part: Part): Word[] {
  const text = "样例：请摸清辖区闲置厂房底数，形成一张表。";
  return [{ day: "2024-09-24", minute: 60, name: "forgotten", perform: asTask(part, text, "ordinary") }];
}

async function onMade(
  { id }: Part,
  text: string,
  perform: (made: { id: number; version: number }) => Promise<unknown>,
): Promise<unknown> {
  const { made } = await prisma().instruction.findFirstOrThrow({
    where: { taskId: id, text },
    select: { made: { select: { id: true, version: true } } },
  });
  if (!made) throw new Error("the instruction made no task");
  return perform(made);
}

const PERIOD = {
  title: "样例：上半年销号任务抽查",
  kind: "task",
  fromDay: "2024-03-01",
  toDay: "2024-06-30",
  size: 3,
};
const SECOND = {
  ...{ title: "样例：九月销号条目抽查", kind: "entry", fromDay: "2024-09-01", toDay: "2024-09-27", size: 5 },
};
const METHODS = ["onSite", "documents", "phone"] as const;

function lookedAgain(): Word[] {
  const draw = (key: string) => run("sampling.draw", SUPERVISOR, PERIOD, key);
  const checks = METHODS.map((method, at) => ({
    ...{ day: "2024-09-25", minute: 10 * (at + 1), name: `check${at}` },
    perform: (key: string) => check(SUPERVISOR, at + 1, method, key),
  }));
  const again = (key: string) => run("sampling.draw", SUPERVISOR, SECOND, key);
  return [
    { day: "2024-09-24", name: "draw", perform: draw },
    ...checks,
    { day: "2024-09-28", name: "drawAgain", perform: again },
  ];
}

async function check(actor: Actor, order: number, method: string, key: string): Promise<unknown> {
  const { id: itemId, version } = await prisma().sampleItem.findFirstOrThrow({
    where: { order, sampling: { title: PERIOD.title } },
    select: { id: true, version: true },
  });
  const note = order === 1 ? "样例：现场与材料一致。" : "";
  return run("sampling.check", actor, { itemId, version, passed: true, method, note }, key);
}
