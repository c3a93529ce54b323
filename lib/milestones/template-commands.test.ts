import { beforeEach, describe, expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { runCommand } from "@/lib/commands";
import { pool } from "@/lib/db";
import { Forbidden, NotFound, Stale } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { getTask } from "../tasks/queries";
import { listTemplates } from "./queries";

let owner: Actor;
let taskId: number;

beforeEach(async () => {
  await freshDatabase();
  const office = await savedOffice();
  taskId = await savedTask(office);
  owner = ownerOf(office);
});

const run = async <R>(name: string, actor: Actor, input: unknown) =>
  (await runCommand<R>(name, actor, input)).result;

describe("templates", () => {
  const steps = [
    { name: "起草", weight: 3, share: 60 },
    { name: "印发", weight: 7, share: 40 },
  ];
  const templates = async () => listTemplates(supervisor(), await getTask(supervisor(), taskId));

  test("are added, changed and closed by the office, with a record", async () => {
    const { templateId } = await run<{ templateId: number }>("template.add", supervisor(), {
      name: "制度",
      steps,
    });
    await run("template.edit", supervisor(), {
      templateId,
      version: 1,
      name: "制度建设",
      steps: steps.slice(0, 1),
    });
    expect(await templates()).toEqual([
      { id: templateId, version: 2, name: "制度建设", steps: steps.slice(0, 1) },
    ]);
    await run("template.close", supervisor(), { templateId, version: 2 });
    expect(await templates()).toEqual([]);
    const { rows } = await pool().query(`SELECT kind FROM "Event" WHERE kind LIKE 'template.%' ORDER BY seq`);
    expect(rows.map(({ kind }) => kind)).toEqual(["template.add", "template.edit", "template.close"]);
    await expect(run("template.close", supervisor(), { templateId, version: 3 })).rejects.toBeInstanceOf(
      NotFound,
    );
  });

  test("have a name of their own and steps of different names", async () => {
    await run("template.add", supervisor(), { name: "制度", steps });
    const twice = [steps[0], steps[0]];
    await expect(run("template.add", supervisor(), { name: "制度", steps })).rejects.toMatchObject({
      code: "nameTaken",
    });
    await expect(run("template.add", supervisor(), { name: "乙", steps: twice })).rejects.toMatchObject({
      code: "milestoneTwice",
    });
    await expect(run("template.add", supervisor(), { name: "丙", steps: [] })).rejects.toBeInstanceOf(
      BadInput,
    );
  });

  test("tell the slower of two, and are no business of an owner", async () => {
    const { templateId } = await run<{ templateId: number }>("template.add", supervisor(), {
      name: "制度",
      steps,
    });
    await run("template.edit", supervisor(), { templateId, version: 1, name: "甲", steps });
    await expect(
      run("template.edit", supervisor(), { templateId, version: 1, name: "乙", steps }),
    ).rejects.toBeInstanceOf(Stale);
    await expect(run("template.add", owner, { name: "丁", steps })).rejects.toBeInstanceOf(Forbidden);
  });
});
