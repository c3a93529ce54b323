import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db";
import { freshDatabase } from "@/lib/testing/database";
import { listTaskEvents } from "./queries";
import { readStories } from "./story-queries";

const KINDS = ["task.add", "task.edit", "task.owe", "checkIn.add", "comment.add"] as const;
const HOURS = 400;

/** A journal of some hundred events of five tasks: what happened to one, to none, and what a round asked of several at once. */
async function writeJournal(): Promise<void> {
  const events = fc.sample(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      taskIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
      actor: fc.constantFrom("张三", '引"号', "𠮷〇\n"),
      reason: fc.option(fc.string()),
      text: fc.string(),
      hour: fc.integer({ min: 0, max: HOURS }),
    }),
    { numRuns: 300, seed: 20240930 },
  );
  const rows = events.map(({ kind, taskIds, actor, reason, text, hour }) => {
    const many = kind === "task.owe" && taskIds.length > 1;
    const owing = [
      null,
      [
        ["2024-09-25", null, taskIds],
        [null, "2024-10-25", [6]],
      ],
    ];
    return {
      ...{ kind, actor, reason: reason?.replaceAll("\0", "") ?? null, subjectId: many ? null : hour },
      ...{ at: new Date(Date.UTC(2024, 8, 1, hour)).toISOString(), subjectType: many ? "owing" : "task" },
      taskId: many ? null : (taskIds[0] ?? null),
      changes: many ? { owing } : { text: [null, text.replaceAll("\0", "")] },
    };
  });
  await pool().query(
    `INSERT INTO "Event" (at, actor, command, kind, "subjectType", "subjectId", "taskId", changes, reason, seq, "previousHash", hash)
      SELECT at, actor, 'x', kind, "subjectType", "subjectId", "taskId", changes, reason, 0, '', '' FROM jsonb_to_recordset($1::jsonb)
        AS e(at timestamptz, actor text, kind text, "subjectType" text, "subjectId" int, "taskId" int, changes jsonb, reason text)`,
    [JSON.stringify(rows)],
  );
}

beforeAll(async () => {
  await freshDatabase();
  await writeJournal();
});

const wish = fc.record({
  taskIds: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }))),
  afterSeq: fc.integer({ min: 0, max: 300 }),
  untilSeq: fc.option(fc.integer({ min: 0, max: 310 })),
  notBefore: fc.option(
    fc.integer({ min: 0, max: HOURS }).map((hour) => new Date(Date.UTC(2024, 8, 1, hour))),
  ),
  kinds: fc.subarray(["task.%", "checkIn.add", "comment.%"], { minLength: 1 }),
});

test("the stories of tasks hold what the journal holds row by row, in its order", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(wish, async ({ kinds, taskIds, ...span }) => {
      const stories = await readStories({ kinds, taskIds, ...span });
      const wanted = kinds.map((kind) => kind.replace("%", ""));
      const events = await listTaskEvents(taskIds ?? [1, 2, 3, 4, 5, 6, 7], span);
      const rows = events.filter(({ kind }) => wanted.some((start) => kind.startsWith(start)));
      expect([...stories.keys()].sort()).toEqual([...new Set(rows.map(({ taskId }) => taskId))].sort());
      for (const [id, story] of stories) {
        const own = rows.filter(({ taskId }) => taskId === id);
        expect(own).toMatchObject(story);
        expect(own.length).toBe(story.length);
        told += story.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(told).toBeGreaterThan(500);
});
