import { SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { type Act, KEY, run } from "./acts";
import { SUPERVISOR } from "./cast";

const DAY = "2024-09-20";

/** The office shows the numbers of its open tasks to everybody. */
export function publishedActs(): Act[] {
  const publish = async (key: string) => {
    const open = { label: "open", status: { not: "draft" } } as const;
    const tasks = await prisma().task.findMany({ where: open, select: { id: true } });
    await run("task.publish", SUPERVISOR, { taskIds: tasks.map(({ id }) => id), published: true }, key);
  };
  return [
    { key: `${KEY}${DAY}:publish`, day: DAY, minute: 600, perform: publish },
    {
      ...{ key: `${KEY}${DAY}:publicPage`, day: DAY, minute: 601 },
      perform: (key) => run("setting.set", SYSTEM, { publicPage: true }, key),
    },
  ];
}
