import type { Day } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { MILESTONES } from "../plan-2024/milestones";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import type { Part } from "./cast";

/** On which days the steps of each task were done, in their order; the others are still to do. */
export const DONE: Record<string, readonly Day[]> = {
  "1.5": ["2024-03-13", "2024-03-20", "2024-03-26"],
  "1.7": ["2024-03-22", "2024-04-15", "2024-04-24"],
  "2.1.1": ["2024-04-11", "2024-05-20", "2024-06-14", "2024-06-21"],
  "2.1.5": ["2024-05-30", "2024-08-05"],
  "2.1.6": ["2024-03-21", "2024-04-29", "2024-06-03", "2024-06-20"],
  "2.1.7": ["2024-04-28", "2024-06-28", "2024-08-20", "2024-09-20"],
  "2.2.1": ["2024-04-29", "2024-07-03"],
  "2.2.2": ["2024-06-27", "2024-09-19"],
  "2.2.3": ["2024-05-28", "2024-07-30", "2024-08-29"],
  "3.1.2": ["2024-05-29", "2024-09-12"],
  "3.2.1": ["2024-04-28", "2024-07-01", "2024-08-15", "2024-09-06", "2024-09-11"],
  "3.3.1": ["2024-03-15", "2024-03-27"],
  "3.3.5": ["2024-04-18", "2024-05-23", "2024-06-12", "2024-06-14"],
  "4.1.1": ["2024-05-30"],
  "4.1.2": ["2024-05-10", "2024-08-09"],
  "4.2.1": ["2024-05-30", "2024-08-02", "2024-09-20"],
  "4.2.3": ["2024-04-26", "2024-07-29", "2024-09-20"],
  "5.1.1": ["2024-05-29", "2024-08-06", "2024-09-04"],
  "5.2.1": ["2024-04-28", "2024-07-30", "2024-09-18"],
  "5.2.2": ["2024-05-30", "2024-09-12"],
};

/** What was taken back after a submission was sent back, and done again. */
const AGAIN: readonly { code: string; name: string; undone: Day; reason: string; done: Day | null }[] = [
  {
    code: "3.3.5",
    name: "装备到位",
    undone: "2024-06-19",
    reason: "样例：缺第四支队伍的装备清单。",
    done: "2024-06-24",
  },
  {
    code: "3.2.1",
    name: "力量名单录入平台",
    undone: "2024-09-18",
    reason: "样例：名单与平台不一致，重新核对。",
    done: null,
  },
];

/** After starting, before reporting and submitting on the same day. */
const FINISH_AT = 13 * 60 + 30;
/** After the submission was sent back. */
const REOPEN_AT = 11 * 60;

/** The milestones done in the sample year. */
export function milestoneActs(cast: Cast): Act[] {
  const done = Object.entries(DONE).flatMap(([code, days]) =>
    days.map((day, at) => finishing(partOf(cast, code), MILESTONES[code]?.[at]?.[0] ?? "", day)),
  );
  const again = AGAIN.flatMap(({ code, name, undone, reason, done }) => {
    const part = partOf(cast, code);
    const back = act(part, name, undone, { verb: "reopen", minute: REOPEN_AT, said: { reason } });
    return done ? [back, finishing(part, name, done)] : [back];
  });
  return [...done, ...again];
}

function finishing(part: Part, name: string, day: Day): Act {
  return act(part, name, day, { verb: "finish", minute: FINISH_AT, said: {} });
}

type Deed = { verb: "finish" | "reopen"; minute: number; said: object };

function act(part: Part, name: string, day: Day, { verb, minute, said }: Deed): Act {
  const perform = async (key: string) => {
    const { id, version } = await prisma().milestone.findFirstOrThrow({
      where: { taskId: part.id, name, removedAt: null },
      select: { id: true, version: true },
    });
    await run(`milestone.${verb}`, part.owner, { milestoneId: id, version, ...said }, key);
  };
  return { key: `${KEY}${day}:${part.code}:milestone.${verb}:${name}`, day, minute, perform };
}
