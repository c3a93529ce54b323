import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { getTaskDetail } from "@/lib/tasks/detail";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { bytesOf, someBody } from "@/lib/testing/some-files";
import { savedEntry, savedLedger } from "@/lib/testing/some-ledger";
import { keepUpload } from "./upload";

let office: Awaited<ReturnType<typeof savedOffice>>;
let owner: Actor;
let taskId: number;

beforeEach(async () => {
  await freshDatabase();
  office = await savedOffice();
  taskId = await savedTask(office);
  owner = { ...ownerOf(office), accountId: 11 };
});

async function uploaded(actor: Actor, name: string): Promise<string> {
  const body = someBody(bytesOf(`%PDF-1.7 ${name}`));
  const upload = {
    body,
    name: encodeURIComponent(name),
    declared: null,
    signal: new AbortController().signal,
  };
  return (await keepUpload(actor, upload)).ticket;
}

type Attached = { evidenceIds: number[]; task: unknown[] };

async function attach(actor: Actor, version: number, ...names: string[]): Promise<Attached> {
  const tickets = await Promise.all(names.map((name) => uploaded(actor, name)));
  const input = { taskId, version, tickets, note: "现场" };
  return (await runCommand<Attached>("evidence.attach", actor, input)).result;
}

const count = () => prisma().evidence.count();
const evidenceCount = async () =>
  (await prisma().task.findUniqueOrThrow({ where: { id: taskId } })).evidenceCount;
const events = async () =>
  (
    await pool().query(
      `SELECT kind, actor, "subjectId", changes, reason FROM "Event" WHERE "taskId" = $1 ORDER BY seq`,
      [taskId],
    )
  ).rows;

describe("evidence.attach", () => {
  test("writes a row for each file, counts them on the task and records each", async () => {
    const { evidenceIds } = await attach(owner, 1, "甲.pdf", "乙.pdf");
    const rows = await prisma().evidence.findMany({ orderBy: { id: "asc" } });
    expect(rows).toMatchObject([
      {
        id: evidenceIds[0],
        taskId,
        name: "甲.pdf",
        mime: "application/pdf",
        note: "现场",
        accountId: 11,
        author: "责任人",
      },
      { id: evidenceIds[1], taskId, name: "乙.pdf" },
    ]);
    expect(await evidenceCount()).toBe(2);
    expect((await events()).slice(-2)).toMatchObject([
      {
        kind: "evidence.attach",
        actor: "责任人",
        subjectId: evidenceIds[0],
        changes: { name: [null, "甲.pdf"] },
      },
      { kind: "evidence.attach", subjectId: evidenceIds[1] },
    ]);
  });

  test("takes nobody else's ticket, and then leaves no trace of the others either", async () => {
    const tickets = [await uploaded(owner, "甲.pdf"), await uploaded({ ...owner, accountId: 12 }, "乙.pdf")];
    const before = (await events()).length;
    const attaching = runCommand("evidence.attach", owner, { taskId, version: 1, tickets });
    await expect(attaching).rejects.toEqual(new Refused("ticketInvalid"));
    expect([await count(), await evidenceCount(), (await events()).length]).toEqual([0, 0, before]);
  });

  test("is forbidden to those outside the task, and a hidden task does not exist for them", async () => {
    const stranger = someActor({ accountId: 12, name: "旁人", roles: ["staff"] });
    await expect(attach(stranger, 1, "甲.pdf")).rejects.toBeInstanceOf(Forbidden);
    taskId = await savedTask(office, { label: "sensitive" });
    await expect(attach(stranger, 1, "甲.pdf")).rejects.toBeInstanceOf(NotFound);
    expect(await count()).toBe(0);
  });

  test("is refused once the task is finished", async () => {
    await attach(owner, 1, "甲.pdf");
    await pool().query(`UPDATE "Task" SET status = 'closed' WHERE id = $1`, [taskId]);
    await expect(attach(owner, 2, "乙.pdf")).rejects.toEqual(new Refused("evidenceLocked"));
  });

  test("of two at the same version one wins", async () => {
    const both = await Promise.allSettled([attach(owner, 1, "甲.pdf"), attach(owner, 1, "乙.pdf")]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Stale);
    expect([await count(), await evidenceCount()]).toEqual([1, 1]);
  });

  test("sent twice under one key it happens once", async () => {
    const input = { taskId, version: 1, tickets: [await uploaded(owner, "甲.pdf")] };
    const first = await runCommand("evidence.attach", owner, input, { key: "key-00000001" });
    const second = await runCommand("evidence.attach", owner, input, { key: "key-00000001" });
    expect(second.result).toEqual(first.result);
    expect(await count()).toBe(1);
  });
});

describe("evidence.remove", () => {
  const remove = (actor: Actor, evidenceId: number | undefined, version = 2) =>
    runCommand("evidence.remove", actor, { evidenceId, version, reason: "传错了" });

  test("takes it away, keeps the row and tells why", async () => {
    const { evidenceIds } = await attach(owner, 1, "甲.pdf");
    await remove(owner, evidenceIds[0]);
    expect([await count(), await evidenceCount()]).toEqual([1, 0]);
    expect((await events()).at(-1)).toMatchObject({
      kind: "evidence.remove",
      changes: { name: ["甲.pdf", null] },
      reason: "传错了",
    });
    await expect(remove(owner, evidenceIds[0], 3)).rejects.toBeInstanceOf(NotFound);
  });

  test("of somebody else's is for the head of the unit and the supervisor", async () => {
    const { evidenceIds } = await attach(owner, 1, "甲.pdf");
    const colleague = { ...owner, accountId: 12 };
    await expect(remove(colleague, evidenceIds[0])).rejects.toEqual(new Refused("notYours"));
    await remove(supervisor(), evidenceIds[0]);
  });

  test("is refused when the task was submitted", async () => {
    const { evidenceIds } = await attach(owner, 1, "甲.pdf");
    await pool().query(`UPDATE "Task" SET status = 'submitted' WHERE id = $1`, [taskId]);
    await expect(remove(owner, evidenceIds[0])).rejects.toEqual(new Refused("evidenceLocked"));
  });
});

describe("evidence.open", () => {
  test("records who reads a file of a sensitive task", async () => {
    taskId = await savedTask(office, { label: "sensitive" });
    const { evidenceIds } = await attach(owner, 1, "甲.pdf");
    await runCommand("evidence.open", owner, { evidenceId: evidenceIds[0] });
    expect((await events()).at(-1)).toMatchObject({
      kind: "evidence.open",
      actor: "责任人",
      subjectId: evidenceIds[0],
    });
  });

  test("shows a masked entry's file to the unit that answers for it, with a record that does not name it", async () => {
    taskId = await savedTask(office);
    const ledgerId = await savedLedger(taskId, { label: "sensitive" });
    const entryId = await savedEntry(ledgerId, "信-1", { unitId: office.otherUnitId });
    const tickets = [await uploaded(owner, "某人的诉求.pdf")];
    await runCommand("entry.move", owner, { entryId, version: 1, stage: "signed", tickets });
    const { id } = await prisma().evidence.findFirstOrThrow({ where: { taskId } });
    const unit = someActor({ accountId: 14, name: "组员", roles: ["staff"], unitIds: [office.otherUnitId] });
    await runCommand("evidence.open", unit, { evidenceId: id });
    expect((await events()).at(-1)).toMatchObject({ kind: "evidence.open", actor: "组员", subjectId: id });
    const { rows } = await pool().query(`SELECT string_agg(changes::text, '') AS text FROM "Event"`);
    expect(rows[0].text).not.toContain("某人的诉求");
    const leader = someActor({ accountId: 13, roles: ["leader"] });
    const [mine, theirs] = [await getTaskDetail(owner, taskId), await getTaskDetail(leader, taskId)];
    expect([mine.evidence, theirs.evidence]).toEqual([[], []]);
    expect(mine.history.map(({ kind }) => kind)).toContain("entry.move");
    expect(theirs.history.map(({ kind }) => kind)).not.toContain("entry.move");
    const opened = runCommand("evidence.open", leader, { evidenceId: id });
    await expect(opened).rejects.toBeInstanceOf(NotFound);
  });

  test("answers those who may not see the task as if there were no file", async () => {
    taskId = await savedTask(office, { label: "sensitive" });
    const { evidenceIds } = await attach(owner, 1, "甲.pdf");
    const leader = someActor({ accountId: 13, roles: ["leader"] });
    await expect(runCommand("evidence.open", leader, { evidenceId: evidenceIds[0] })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});
