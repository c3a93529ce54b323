import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { savedOffice, savedTask } from "@/lib/testing/builders";
import { type Actor, maySee, ROLES, type TaskScope, visibleTo } from "./permissions";

/** What the database answers and what the rule says about one task are written twice; here they are held together. */

type Row = TaskScope & { id: number };
let tasks: Row[];
let unitIds: number[];
let postIds: number[];

const LABELS = ["open", "internal", "sensitive"] as const;

beforeAll(async () => {
  const office = await savedOffice();
  unitIds = [office.unitId, office.otherUnitId];
  postIds = [office.ownerPostId, office.otherPostId];
  const none = [null, ...unitIds];
  for (const label of LABELS)
    for (const leadUnitId of none)
      for (const ownerPostId of [null, ...postIds])
        for (const sponsorPostId of [null, office.otherPostId])
          for (const support of [[], [office.otherUnitId]]) {
            const fields = { label, leadUnitId, ownerPostId, sponsorPostId, supportUnitIds: support };
            await savedTask(office, fields);
          }
  tasks = await readTasks();
});

async function readTasks(): Promise<Row[]> {
  const select = {
    id: true,
    label: true,
    leadUnitId: true,
    ownerPostId: true,
    sponsorPostId: true,
    supports: { select: { unitId: true } },
  };
  const rows = await prisma().task.findMany({ select, orderBy: { id: "asc" } });
  return rows.map(({ supports, ...task }) => ({ ...task, supportUnitIds: supports.map((s) => s.unitId) }));
}

const someIds = (from: () => number[]) =>
  fc.subarray([0, 1]).map((places) => places.map((at) => from()[at] ?? 0));

const anyone = fc.record({
  roles: fc.subarray([...ROLES]),
  postIds: someIds(() => postIds),
  unitIds: someIds(() => unitIds),
  headUnitIds: someIds(() => unitIds),
});

test("the condition for the database and the rule for one task agree about everybody", async () => {
  expect(tasks.length).toBe(108);
  await fc.assert(
    fc.asyncProperty(anyone, async (fields) => {
      const actor: Actor = { accountId: 1, personId: 1, name: "某人", ...fields };
      const rows = await prisma().task.findMany({
        where: visibleTo(actor),
        select: { id: true },
        orderBy: { id: "asc" },
      });
      const expected = tasks.filter((task) => maySee(actor, task)).map(({ id }) => id);
      expect(rows.map(({ id }) => id)).toEqual(expected);
    }),
    { numRuns: 400, endOnFailure: false },
  );
}, 60_000);
