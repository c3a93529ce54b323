import { SYSTEM } from "@/lib/auth/system";
import type { Day } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { type Act, KEY, run } from "./acts";
import { SUPERVISOR } from "./cast";

const RULE = {
  ...{ name: "月度填报", every: "month", monthDay: 18, windowDays: 6, graceDays: 2 },
  instructions: "样例：写清本月进展、存在问题和下步打算；系统里已有的数据不必重复填写。",
};
const QUARTER = {
  title: "三季度小结",
  ...{ periodFrom: "2024-07-01", periodTo: "2024-09-30", windowFrom: "2024-09-29", windowTo: "2024-10-08" },
  instructions: "样例：用于三季度点评会，每项不超过 200 字。",
};

const DEFINED_ON: Day = "2024-04-01";
/** The first working day of each window, early enough for the check-ins of the month. */
const OPENED_ON: readonly Day[] = [
  ...["2024-04-18", "2024-05-20", "2024-06-18", "2024-07-18", "2024-08-19", "2024-09-18"],
];
/** Those of September stay open on the sample's last day, so that somebody can be urged. */
const CLOSED_ON: readonly Day[] = ["2024-04-30", "2024-05-31", "2024-06-29", "2024-07-30", "2024-08-30"];

/** Six monthly rounds, five of them closed, and one of the quarter that everybody owes on the last day. */
export function roundActs(): Act[] {
  const at = (name: string, day: Day, minute: number, perform: Act["perform"]): Act => ({
    ...{ key: `${KEY}round:${name}`, day, minute, perform },
  });
  const define = (key: string) => run("roundRule.define", SUPERVISOR, RULE, key);
  return [
    at("rule", DEFINED_ON, 9 * 60 + 2, define),
    ...OPENED_ON.map((day) => at(`open:${day}`, day, 1, openByRule)),
    ...CLOSED_ON.map((day) => at(`close:${day}`, day, 17 * 60 + 45, closeFirst)),
    at("quarter", "2024-09-29", 9 * 60 + 2, (key) => run("round.open", SUPERVISOR, QUARTER, key)),
  ];
}

async function openByRule(key: string): Promise<void> {
  const { id } = await prisma().roundRule.findFirstOrThrow({
    where: { name: RULE.name },
    select: { id: true },
  });
  await run("roundRule.run", SYSTEM, { ruleId: id }, key);
}

async function closeFirst(key: string): Promise<void> {
  const { id, version } = await prisma().round.findFirstOrThrow({
    where: { closedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, version: true },
  });
  await run("round.close", SUPERVISOR, { roundId: id, version }, key);
}
