import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { withClock } from "../clock";
import { dueByPost, dueFor } from "./due-queries";
import { getMatrix } from "./matrix-queries";
import { readMatrix } from "./matrix-rules";
import { listDuties, listVisits } from "./queries";
import { getRegister } from "./register-queries";
import { tally } from "./rules";

let office: Awaited<ReturnType<typeof savedOffice>>;
let [taskId, registerId, dutyId, unitId] = [0, 0, 0, 0];
let owner: Actor;
let grid: Actor;

const onDay = <T>(work: () => Promise<T>) => withClock(new Date("2024-09-30T09:00:00+08:00"), work);
const id = async (name: string, input: object) =>
  Object.values((await onDay(() => runCommand<Record<string, number>>(name, SYSTEM, input))).result)[0] ?? 0;
const matrix = async (actor: Actor, year: number | null = null) =>
  readMatrix(await onDay(() => getMatrix(actor, dutyId, year)));

beforeAll(async () => {
  await freshDatabase();
  office = await savedOffice();
  taskId = await savedTask(office, { label: "sensitive" });
  owner = ownerOf(office);
  unitId = await id("unit.add", { parentId: office.unitId, kind: "community", name: "某社区" });
  grid = someActor({ name: "网格员", roles: ["staff"], unitIds: [unitId] });
  registerId = await id("register.add", {
    name: "重点人员",
    kind: "keyPersons",
    objectWord: "人",
    label: "sensitive",
  });
  const rows = [...Array(40).keys()].map((n) => [
    ...[`K${n}`, `某人${n}`, n < 10 ? unitId : null, n === 0 ? office.ownerPostId : null, null],
    ...[n % 7 === 0 ? "2024-05-20" : "2024-01-01", "住址"],
  ]);
  await id("object.import", { registerId, rows });
  const duty = { taskId, registerId, name: "每周两次", times: 2, every: "week", acts: ["走访"] };
  dutyId = await id("duty.define", { ...duty, fromDay: "2024-01-01", toDay: "2024-12-31" });
  const visits = [...Array(600).keys()].map((n) => [
    ...[`K${(n * 7) % 40}`, `2024-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, "0")}`, "走访", "家中"],
  ]);
  const held = visits.filter(
    ([code, day]) => Number(code?.slice(1)) % 7 !== 0 || (day ?? "") >= "2024-05-20",
  );
  await id("visit.logMany", { dutyId, rows: held });
});

test("the figures of the matrix are those that the database counts directly", async () => {
  const { periods, objects, counts, duty, today } = await matrix(supervisor());
  const sums = tally({ periods, objects, counts, times: duty.times }, today);
  const direct = await pool().query(
    `SELECT "objectId", to_char(day::date, 'IYYY-"W"IW') AS week, count(*)::int AS visits FROM "Visit" GROUP BY 1, 2`,
  );
  expect(sums.all.visits).toBe(await prisma().visit.count());
  for (const { objectId, week, visits } of direct.rows) {
    const [at, place] = [
      objects.findIndex((object) => object.id === objectId),
      periods.findIndex(({ key }) => key === week),
    ];
    expect(counts[at]?.[place]).toBe(visits);
  }
  const stated = await prisma().standing.findUniqueOrThrow({ where: { taskId } });
  expect(stated.parts).toMatchObject([{ done: sums.all.met, of: sums.all.owed }]);
});

test("a duty shows its sums as the matrix does", async () => {
  const [row] = await onDay(() => listDuties(supervisor()));
  const { periods, objects, counts, duty, today } = await matrix(supervisor());
  const { all, columns } = tally({ periods, objects, counts, times: duty.times }, today);
  const place = periods.findIndex(({ from, to }) => from <= today && today <= to);
  expect(row).toMatchObject({ done: all.met, of: all.owed, missed: all.missed });
  expect(row?.current).toMatchObject({
    key: "2024-W40",
    owed: columns[place]?.owed,
    met: columns[place]?.met,
  });
});

test("a sensitive register shows codes alone", async () => {
  expect((await matrix(supervisor())).objects.every(({ name }) => name === null)).toBe(true);
  const { objects } = await onDay(() => getRegister(supervisor(), registerId));
  expect(objects.every(({ name, note, mayReveal }) => name === null && note === null && mayReveal)).toBe(
    true,
  );
  const desk = await onDay(() => dueFor(grid));
  expect([desk.objects.length, JSON.stringify(desk).includes("某人")]).toEqual([10, false]);
  const cell = await onDay(() =>
    listVisits(grid, { dutyId, objectId: objects[7]?.id ?? 0, from: "2024-01-01", to: "2024-12-31" }),
  );
  expect([cell.object.name, cell.object.mayReveal, cell.visits.every(({ note }) => note === null)]).toEqual([
    ...[null, true, true],
  ]);
});

test("whoever answers for objects of a hidden task sees these and no others; to everybody else it does not exist", async () => {
  expect((await matrix(grid)).objects).toHaveLength(10);
  expect((await matrix(owner)).objects).toHaveLength(40);
  const stranger = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
  await expect(matrix(stranger)).rejects.toBeInstanceOf(NotFound);
  expect(await onDay(() => listDuties(stranger))).toEqual([]);
  const other = (await matrix(supervisor())).objects[20]?.id ?? 0;
  const cell = { dutyId, objectId: other, from: "2024-01-01", to: "2024-12-31" };
  await expect(onDay(() => listVisits(grid, cell))).rejects.toBeInstanceOf(NotFound);
  await expect(matrix(someActor({ roles: ["systemAdmin"] }))).rejects.toBeInstanceOf(NotFound);
});

test("a year without periods is not found; the days at the year's end stand in the next", async () => {
  await expect(matrix(supervisor(), 2031)).rejects.toBeInstanceOf(NotFound);
  expect((await matrix(supervisor(), 2025)).periods).toMatchObject([{ key: "2025-W01", counts: false }]);
});

test("what is due is told by person, in the order of the organisation", async () => {
  const rows = await onDay(() => dueByPost(supervisor()));
  expect(rows.map(({ post, items }) => [post, items.length])).toEqual([
    ["负责人", 1],
    ["", 39],
  ]);
  expect(await onDay(() => dueByPost(grid))).toEqual([]);
});
