import { beforeAll, describe, expect, test } from "vitest";
import { BOARD_COLUMNS } from "@/lib/board/columns";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { rollUp } from "@/lib/lights/summary";
import { getSettings } from "@/lib/settings/queries";
import { someActor, supervisor } from "@/lib/testing/builders";
import { seededDatabase } from "@/lib/testing/database";
import { addSampleProgress } from "@/prisma/seed/sample-progress";
import { kindsOf } from "./change-rules";
import { listMeetings, listOutcomes } from "./queries";
import { getReview } from "./review-queries";
import { LISTS, listOf } from "./review-rules";
import { getMeetingTag } from "./tag-queries";

const FROM = "2024-09-01";
const DAY = "2024-09-30";
const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T23:30:00+08:00`), work);
const run = <R>(name: string, input: unknown, day = DAY) =>
  on(day, () => runCommand<R>(name, supervisor(), input));

type Row = {
  id: number;
  code: string;
  version: number;
  status: string;
  progress: number | null;
  dueDay: string;
  ownerPostId: number;
};
/** The tasks as the table holds them: an account of the past that owes nothing to the journal. */
const photograph = async () =>
  (await pool().query<Row>(`SELECT ${BOARD_COLUMNS} FROM "Task" t ORDER BY id`)).rows;
const byCode = async (code: string) => prisma().task.findFirstOrThrow({ where: { code } });

let before: Row[];
let atOpening: Row[];
let meetingId: number;

beforeAll(async () => {
  await seededDatabase();
  await addSampleProgress("2024-08-31");
  before = await photograph();
  await addSampleProgress(DAY);
  await changeThings();
  atOpening = await photograph();
  meetingId = (await run<{ meetingId: number }>("meeting.open", { title: "例会", sinceDay: FROM })).result
    .meetingId;
  await changeAfterwards();
}, 180_000);

const step = async (code: string, name: string, more = {}) => {
  const { id, version } = await byCode(code);
  await run("task.takeStep", { taskId: id, version, step: name, ...more });
};

async function changeThings() {
  await step("1.5", "reopen", { reason: "复核不符" });
  await step("2.2.1", "terminate", { reason: "并入其他平台", approval: "书记办公会" });
  await step("2.3.1", "suspend", { reason: "待批", until: "2024-12-01" });
  const moved = await byCode("4.1.4");
  await run("task.edit", { taskId: moved.id, version: moved.version, dueDay: "2025-01-31", reason: "汛期" });
  const handed = await byCode("5.3.4");
  const other = await prisma().post.findFirstOrThrow({ where: { name: "社事办经办" } });
  await run("task.assign", {
    tasks: [{ taskId: handed.id, version: handed.version }],
    ownerPostId: other.id,
  });
  const { id } = await byCode("3.2.1").then((task) => ({ id: task.sectionId }));
  await run("task.add", { sectionId: id, title: "新任务", startDay: FROM, dueDay: "2024-12-31", weight: 2 });
}

/** What happens while the meeting lasts and after it: none of it may show. */
async function changeAfterwards() {
  await step("4.2.1", "close", { method: "documents" });
  await step("5.1.1", "sendBack", { reason: "缺附件" });
  const { sectionId } = await byCode("3.2.1");
  await run("task.add", { sectionId, title: "会后新增", startDay: FROM, dueDay: "2024-12-31" });
  const late = await byCode("1.4");
  await run("task.edit", { taskId: late.id, version: late.version, dueDay: "2025-06-30", title: "改名" });
}

describe("a review", () => {
  test("shows every task as it stood at the opening, whatever came later", async () => {
    const { tasks } = await getReview(supervisor(), meetingId);
    const fields = ({ id, status, progress, dueDay, ownerPostId, ...row }: Row) => {
      const { title, statusSince, lastCheckInDay, acknowledged, suspendedUntil, weight } = row as never;
      return {
        id,
        status,
        progress,
        dueDay,
        ownerPostId,
        title,
        statusSince,
        lastCheckInDay,
        acknowledged,
        suspendedUntil,
        weight,
      };
    };
    const sorted = [...tasks].sort((a, b) => a.id - b.id) as unknown as Row[];
    expect(sorted.map(fields)).toEqual(atOpening.map(fields));
  });

  test("counts what the table itself says changed between the two days", async () => {
    const { review } = await getReview(supervisor(), meetingId);
    const told = new Map(review.sections.flatMap(({ changes }) => changes).map((one) => [one.taskId, one]));
    const past = new Map(before.map((row) => [row.id, row]));
    for (const now of atOpening) {
      const was = past.get(now.id);
      const change = told.get(now.id);
      if (!was) {
        expect(change?.added).toBe(true);
        continue;
      }
      const moved = <T>(from: T, to: T) => (from === to ? null : { from, to });
      expect(change?.status ?? null).toEqual(moved(was.status, now.status));
      expect(change?.progress ?? null).toEqual(moved(was.progress, now.progress));
      expect(change?.dueDay ?? null).toEqual(moved(was.dueDay, now.dueDay));
      expect(change?.ownerPostId ?? null).toEqual(moved(was.ownerPostId, now.ownerPostId));
    }
  });

  test("quotes every check-in that was written in between, and counts each file", async () => {
    const { review } = await getReview(supervisor(), meetingId);
    const since = new Date(`${FROM}T00:00:00+08:00`);
    const written = await prisma().checkIn.findMany({
      where: { at: { gte: since } },
      orderBy: { id: "asc" },
    });
    const quoted = review.sections.flatMap(({ changes }) => changes.flatMap(({ checkIns }) => checkIns));
    const words = (rows: { id: number; done: string; problem: string; next: string; help: string }[]) =>
      rows
        .map(({ id, done, problem, next, help }) => [id, done, problem, next, help])
        .sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(words(quoted)).toEqual(words(written));
    expect(written.length).toBeGreaterThan(20);
    const files = await prisma().evidence.count({ where: { at: { gte: since } } });
    const sum = (key: "evidence" | "checkedIn") =>
      review.sections.reduce((n, { counts }) => n + counts[key], 0);
    expect([sum("evidence"), sum("checkedIn")]).toEqual([files, written.length]);
  });

  test("names the steps that were taken, under their sections", async () => {
    const { review } = await getReview(supervisor(), meetingId);
    const kindOf = (code: string) => {
      const all = review.sections.flatMap(({ changes }) => changes);
      const found = all.find(({ task }) => task.code === code);
      return found ? kindsOf(found) : [];
    };
    expect(kindOf("1.5")).toContain("reopened");
    expect(kindOf("2.2.1")).toContain("terminated");
    expect(kindOf("2.3.1")).toContain("suspended");
    expect(kindOf("4.1.4")).toContain("dueMoved");
    expect(kindOf("5.3.4")).toContain("ownerChanged");
    const added = Object.fromEntries(review.sections.map(({ code, counts }) => [code, counts.added]));
    // Leaders' instructions of the sample month made the two of the second section.
    expect(added).toEqual({ 1: 0, 2: 2, 3: 1, 4: 0, 5: 0 });
  });

  test("counts what ledgers wrote off and duties covered, also of entries that are gone since", async () => {
    const { review } = await getReview(supervisor(), meetingId);
    const sum = (one: typeof review, kind: "writtenOff" | "covered") =>
      one.sections.reduce((all, { counts }) => all + counts[kind], 0);
    const { rows } = await pool().query(
      `WITH off AS (SELECT l.id, s->>'key' AS key FROM "Ledger" l, jsonb_array_elements(l.stages) s WHERE (s->>'writtenOff')::boolean),
        ends AS (SELECT "ledgerId", (array_agg("fromStage" ORDER BY id))[1] AS first, (array_agg("toStage" ORDER BY id DESC))[1] AS last
          FROM "LedgerMove" WHERE "fromStage" IS NOT NULL AND at >= $1::date - interval '8 hours' GROUP BY "ledgerId", "entryId")
      SELECT sum((EXISTS (SELECT FROM off WHERE id = "ledgerId" AND key = last))::int
        - (EXISTS (SELECT FROM off WHERE id = "ledgerId" AND key = first))::int)::int AS "writtenOff",
        (SELECT count(*)::int FROM (SELECT min(at) FROM "Visit" WHERE "withdrawnAt" IS NULL GROUP BY "dutyId", "objectId") v) AS covered
      FROM ends`,
      [FROM],
    );
    const whole = (await getReview(supervisor(), meetingId, { since: "2024-03-01" })).review;
    expect({ writtenOff: sum(review, "writtenOff"), covered: sum(whole, "covered") }).toEqual(rows[0]);
    expect(rows[0].covered).toBeGreaterThan(0);
    expect(rows[0].writtenOff).toBeGreaterThan(0);
    await pool().query(`UPDATE "LedgerEntry" SET "removedOn" = $1 WHERE "writtenOffOn" >= $2`, [DAY, FROM]);
    const again = (await getReview(supervisor(), meetingId)).review.sections;
    expect(again.map(({ counts }) => counts)).toEqual(review.sections.map(({ counts }) => counts));
  });

  test("has the figures that the rows of that day come to", async () => {
    const { review, tasks } = await getReview(supervisor(), meetingId);
    const { calendar } = await getSettings();
    const setting = { today: DAY, calendar, reporting: DEFAULT_REPORTING };
    const wanted = rollUp(atOpening as never, setting);
    expect(review.figures).toMatchObject({
      all: wanted.tasks,
      done: wanted.statuses.closed,
      unreported: wanted.unreported,
      owing: wanted.owing,
      red: wanted.lights.red,
      yellow: wanted.lights.yellow,
    });
    const { done, onTrack, behind, other, all } = review.figures;
    expect(done + onTrack + behind + other).toBe(all);
    for (const key of LISTS) expect(listOf(tasks, key)).toHaveLength(review.figures[key]);
    const late = atOpening.filter(
      (row) => ["assigned", "inProgress"].includes(row.status) && row.dueDay < DAY,
    );
    expect(review.figures.overdue).toBe(late.length);
    expect(late.length).toBeGreaterThan(1);
  });

  test("puts what needs talk first, with the words of the last check-in", async () => {
    const { review } = await getReview(supervisor(), meetingId);
    const { red } = review.exceptions;
    expect(red.slice(0, 2).map(({ light }) => light.why)).toEqual(["overdue", "overdue"]);
    expect(red.map(({ code }) => code)).not.toContain("2.2.1");
    expect(red.find(({ code }) => code === "1.4")?.voice?.problem).toMatch(/^样例：/);
  });

  test("since the last meeting begins where that one was opened", async () => {
    const [last] = (await listMeetings(supervisor())).filter(({ status }) => status === "closed");
    const input = { title: "下次", sinceMeetingId: last?.id };
    const { result } = await run<{ meetingId: number }>("meeting.open", input);
    const { review } = await getReview(supervisor(), result.meetingId);
    expect(review.meeting.since).toMatchObject({ id: last?.id, heldOn: "2024-08-30" });
    expect(review.meeting.sinceSeq).toBe(last?.openedSeq);
  });
});

describe("who sees it", () => {
  test("leaves out what this person may not see and masks what is sensitive", async () => {
    const { id, version } = await byCode("3.1.1");
    const secret = "当事人姓名";
    await run("task.edit", { taskId: id, version, label: "sensitive", title: secret, reason: secret });
    const input = { title: "敏感", sinceDay: FROM };
    const { result } = await run<{ meetingId: number }>("meeting.open", input);
    const own = await getReview(supervisor(), result.meetingId);
    const text = JSON.stringify(own);
    expect(own.tasks.find(({ code }) => code === "3.1.1")?.title).toMatch(/^敏感/);
    expect(text).not.toContain(secret);
    expect(own.review.sections[2]?.changes.find(({ task }) => task.code === "3.1.1")?.checkIns[0]?.done).toBe(
      "＊＊＊",
    );
    const stranger = someActor({ roles: ["staff"] });
    const theirs = await getReview(stranger, result.meetingId);
    expect(theirs.tasks.map(({ code }) => code)).not.toContain("3.1.1");
    expect(theirs.review.figures.all).toBe(theirs.tasks.length);
    expect(theirs.tasks.length).toBeLessThan(own.tasks.length);
  });

  test("words about a task stay with those who may see the task", async () => {
    const { id } = await byCode("3.1.1");
    await run("outcome.add", { meetingId, kind: "note", text: "会商一次", aboutTaskId: id });
    await run("outcome.add", { meetingId, kind: "decision", text: "照办" });
    const texts = async (actor = supervisor()) =>
      (await listOutcomes(actor, meetingId)).map(({ text }) => text);
    expect(await texts()).toEqual(["会商一次", "照办"]);
    expect(await texts(someActor({ roles: ["staff"] }))).toEqual(["照办"]);
  });

  test("an assignment shows the task that it became", async () => {
    const { sectionId, ownerPostId } = await byCode("1.1");
    const task = { title: "排时间表", sectionId, ownerPostId, dueDay: "2024-10-15" };
    await run("outcome.add", { meetingId, kind: "assignment", task });
    const last = (await listOutcomes(supervisor(), meetingId)).at(-1);
    expect(last?.task).toMatchObject({ title: "排时间表", status: "assigned", dueDay: "2024-10-15" });
  });

  test("observers and administrators see no meeting", async () => {
    for (const role of ["observer", "systemAdmin", "auditAdmin"] as const) {
      const actor = someActor({ roles: [role] });
      await expect(getReview(actor, meetingId)).rejects.toBeInstanceOf(Forbidden);
      await expect(listMeetings(actor)).rejects.toBeInstanceOf(Forbidden);
      await expect(getMeetingTag(actor, meetingId)).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(getReview(supervisor(), 9999)).rejects.toBeInstanceOf(NotFound);
  });

  test("the tag changes with what is written and with the meeting itself", async () => {
    const tags = [await getMeetingTag(supervisor(), meetingId)];
    await run("outcome.add", { meetingId, kind: "note", text: "再议" });
    tags.push(await getMeetingTag(supervisor(), meetingId));
    await run("meeting.close", { meetingId, version: 1 });
    tags.push(await getMeetingTag(supervisor(), meetingId));
    expect(new Set(tags).size).toBe(3);
  });
});
