import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { fromRow, fromWire, MASKED_TITLE } from "@/lib/board/rules";
import { prisma } from "@/lib/db";
import { Forbidden } from "@/lib/errors";
import { savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { DAY, on, run, savedSeries } from "@/lib/testing/some-series";
import { getPastBoard } from "./past-board-queries";

let scene: Awaited<ReturnType<typeof savedSeries>>;
let secret = 0;
beforeAll(async () => {
  scene = await savedSeries();
  secret = await on(DAY, () => savedTask(scene.office, { title: "某某涉访", label: "sensitive" }));
}, 60_000);

// The journal is written in the order of its days, as in an office: on 30 September, then on 2 and 3 October; it is looked at on the 5th.
const TODAY = "2024-10-05";

/** The board of a day as `actor` sees it on 5 October. */
async function boardOn(day: string, actor: Actor = supervisor()) {
  const wire = await on(TODAY, () => getPastBoard(actor, day));
  const board = fromWire(wire);
  if (!board) throw new Error("not a board");
  return { ...board, day: wire.day, byId: new Map(board.tasks.map((row) => [row[0], fromRow(row)])) };
}

test("a day shows what was reported until its end, and nothing that was added later", async () => {
  const before = await boardOn("2024-09-24");
  expect(before.byId.get(scene.late)).toMatchObject({ status: "inProgress", progress: null });
  expect((await boardOn("2024-09-25")).byId.get(scene.late)).toMatchObject({ progress: 10 });
  expect([...(await boardOn("2024-09-29")).byId.keys()]).not.toContain(secret);
  expect((await boardOn("2024-02-01")).tasks).toEqual([]);
});

test("the words of a sensitive task stay masked, also when the journal replays them", async () => {
  await run(
    "task.edit",
    { taskId: secret, version: 1, title: "某某涉访（已更名）" },
    supervisor(),
    "2024-10-02",
  );
  const board = await boardOn("2024-10-01");
  expect(board.byId.get(secret)?.title).toBe(MASKED_TITLE);
  expect(JSON.stringify(board)).not.toContain("某某");
  expect((await boardOn("2024-10-01", someActor({ roles: ["observer"] }))).byId.has(secret)).toBe(false);
  await expect(boardOn("2024-10-01", someActor({ roles: ["systemAdmin"] }))).rejects.toBeInstanceOf(
    Forbidden,
  );
});

test("a task that is no more is still there, for those who could see it", async () => {
  const gone = await on("2024-10-02", () => savedTask(scene.office, { title: "撤掉的", label: "internal" }));
  await prisma().standing.deleteMany({ where: { taskId: gone } });
  await prisma().task.delete({ where: { id: gone } });
  const task = (await boardOn("2024-10-02")).byId.get(gone);
  expect(task).toMatchObject({ title: "撤掉的", status: "draft", leadUnitId: scene.office.unitId });
  expect((await boardOn("2024-10-02", someActor({ roles: ["observer"] }))).byId.has(gone)).toBe(false);
});

test("a unit that was renamed since has its name of then", async () => {
  const { unitId } = scene.office;
  const nameOn = async (day: string) => (await boardOn(day)).units.find(([id]) => id === unitId)?.[3];
  const now = await nameOn("2024-10-02");
  const { version } = await prisma().unit.findUniqueOrThrow({ where: { id: unitId } });
  await run("unit.edit", { unitId, version, name: "改名科" }, supervisor(), "2024-10-03");
  expect(await nameOn("2024-10-03")).toBe("改名科");
  expect(await nameOn("2024-10-02")).toBe(now);
});

test("a day to come is today, where the board is the one that everybody sees", async () => {
  const board = await boardOn("2025-03-01");
  expect(board.day).toBe(TODAY);
  expect(board.byId.get(scene.fine)).toMatchObject({ progress: 80 });
});
