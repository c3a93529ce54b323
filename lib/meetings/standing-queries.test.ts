import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db";
import { freshDatabase } from "@/lib/testing/database";
import type { StandingTask } from "./review-rules";
import { asOf } from "./standing-queries";

/** What may happen to a task, as a command would write it: the row after it, and what the journal says. */
type Step = { task: number; kind: string; field?: string; value?: unknown; hours: number };
type Row = StandingTask & { supportUnitIds: number[] };
type Written = { taskId: number | null; subjectType: string; kind: string; changes: object; at: Date };

const days = fc.constantFrom("2024-09-01", "2024-10-31", "2024-12-31");
const values: [kind: string, field: string, value: fc.Arbitrary<unknown>][] = [
  ["task.edit", "title", fc.constantFrom("甲", "乙", "𠮷")],
  ["task.edit", "weight", fc.integer({ min: 1, max: 5 })],
  ["task.extend", "dueDay", days],
  ["checkIn.add", "progress", fc.integer({ min: 0, max: 100 })],
  ["task.suspend", "status", fc.constant("suspended")],
  ["task.start", "status", fc.constant("inProgress")],
  ["task.assign", "ownerPostId", fc.integer({ min: 1, max: 3 })],
  [
    "light.set",
    "override",
    fc.constantFrom(null, { light: "red", reason: "重", by: "某人", since: "2024-09-01" }),
  ],
  ["task.owe", "reportDueDay", fc.option(days)],
  // Of the first and the second at once.
  ["owing", "reportDueDay", fc.option(days)],
  // Fields of the same names that are not the task's.
  ["evidence.attach", "title", fc.constant("附件")],
];
const step: fc.Arbitrary<Step> = fc.oneof(
  ...values.map(([kind, field, value]) =>
    fc.record({
      ...{ task: fc.integer({ min: 1, max: 3 }), hours: fc.integer({ min: 1, max: 30 }) },
      ...{ kind: fc.constant(kind), field: fc.constant(field), value },
    }),
  ),
);

const dayAt = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

function added(id: number, day: string): Row {
  const fresh = {
    id,
    code: String(id),
    sectionId: 1,
    label: "open",
    status: "draft",
    title: "甲",
    weight: 1,
  };
  const when = { startDay: day, dueDay: "2024-12-31", originalDueDay: "2024-12-31", statusSince: day };
  const none = {
    progress: null,
    lastCheckInDay: null,
    suspendedUntil: null,
    submittedDay: null,
    proof: null,
  };
  const posts = { ownerPostId: 1, leadUnitId: 1, sponsorPostId: null, supportUnitIds: [] };
  const rest = { acknowledged: false, override: null, extensionCount: 0, reportDueDay: null };
  return { ...fresh, ...when, ...none, ...posts, ...rest } as Row;
}

function after(row: Row, { kind, field = "", value }: Step, day: string): Row {
  if (kind === "evidence.attach") return row;
  const next = { ...row, [field]: value } as Row;
  if (field === "status") next.statusSince = day;
  if (kind === "checkIn.add") next.lastCheckInDay = day;
  if (kind === "task.start") next.acknowledged = true;
  if (kind === "task.assign") next.acknowledged = false;
  return next;
}

/** Plays the steps: what stands in the journal, and the tasks as they stood after each of its rows. */
function play(steps: readonly Step[]): { written: Written[]; stood: Map<number, Row>[] } {
  const written: Written[] = [];
  const stood: Map<number, Row>[] = [new Map()];
  let at = new Date("2024-09-01T00:00:00Z");
  const note = (event: Omit<Written, "at">, rows: Row[]) => {
    written.push({ ...event, at });
    stood.push(new Map([...(stood.at(-1) ?? []), ...rows.map((row) => [row.id, row] as const)]));
  };
  for (const one of steps) {
    at = new Date(at.getTime() + one.hours * 3_600_000);
    const now = stood.at(-1) as Map<number, Row>;
    const before = now.get(one.task);
    if (!before) {
      const row = added(one.task, dayAt(at));
      const { id, code, sectionId, label, ...fields } = row;
      const changes = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, [null, value]]),
      );
      note({ taskId: id, subjectType: "task", kind: "task.add", changes }, [row]);
      continue;
    }
    const { field = "", kind, value } = one;
    const touched = kind === "owing" ? [1, 2].flatMap((id) => now.get(id) ?? []) : [before];
    const rows = touched.map((row) => after(row, one, dayAt(at)));
    const change = [before[field as keyof Row], value];
    if (kind !== "owing")
      note({ taskId: one.task, subjectType: "task", kind, changes: { [field]: change } }, rows);
    else {
      const owing = [null, [[null, value, touched.map(({ id }) => id)]]];
      note({ taskId: null, subjectType: "owing", kind: "task.owe", changes: { owing } }, rows);
    }
  }
  return { written, stood };
}

beforeEach(freshDatabase);

test("a task of the past stands as it stood, whatever happened to it and in whatever order", async () => {
  let head = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
      const { written, stood } = play(steps);
      // Each history has tasks of its own, behind the histories before it.
      const own = (id: number) => head * 10 + id;
      const moved = JSON.stringify(written, (key, value) => {
        if (key === "taskId") return value === null ? null : own(value);
        return key === "owing"
          ? [null, value[1].map(([a, b, ids]: [unknown, unknown, number[]]) => [a, b, ids.map(own)])]
          : value;
      });
      await pool().query(
        `INSERT INTO "Event" (at, actor, command, kind, "subjectType", "taskId", changes, seq, "previousHash", hash)
          SELECT at, '某人', 'x', kind, "subjectType", "taskId", changes, 0, '', '' FROM jsonb_to_recordset($1::jsonb)
            AS e(at timestamptz, kind text, "subjectType" text, "taskId" int, changes jsonb)`,
        [moved],
      );
      const named = (rows: Map<number, Row>) =>
        [...rows.values()].map((row) => ({ ...row, id: own(row.id) }));
      const today = new Map(named(stood.at(-1) as Map<number, Row>).map((row) => [row.id, row]));
      for (const n of [1, Math.floor(written.length / 2), written.length]) {
        expect(await asOf(today, head + n)).toEqual(named(stood[n] as Map<number, Row>));
      }
      head += written.length;
    }),
    { numRuns: 25 },
  );
});
