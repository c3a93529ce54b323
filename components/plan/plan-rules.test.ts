import { expect, test } from "vitest";
import type { BoardTask } from "@/lib/board/rules";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { planSections } from "./plan-rules";

const calendar = { off: [], work: [], knownUntil: "2024-12-31" };
const setting = { today: "2024-07-01", calendar, reporting: DEFAULT_REPORTING };

const section = (id: number, parentId: number | null, code: string) => ({
  ...{ id, parentId, code, clause: "", title: code },
});
function task(id: number, sectionId: number, code: string, progress: number | null, weight = 1): BoardTask {
  const days = { startDay: "2024-01-01", dueDay: "2024-12-31", originalDueDay: "2024-12-31" };
  const rest = { lastCheckInDay: null, statusSince: "2024-01-01", acknowledged: true, suspendedUntil: null };
  return { id, sectionId, code, progress, weight, status: "inProgress", ...days, ...rest } as BoardTask;
}

const sections = [section(1, null, "1"), section(2, null, "2"), section(4, 2, "2.2"), section(3, 2, "2.1")];

test("parts stand in the order given, each before those inside it", () => {
  const rows = planSections(sections, [], setting);
  expect(rows.map(({ section: { code }, depth }) => [code, depth])).toEqual([
    ["1", 0],
    ["2", 0],
    ["2.2", 1],
    ["2.1", 1],
  ]);
});

test("tasks stand by their numbers, ten after nine", () => {
  const tasks = ["1.10", "1.9", "1.1"].map((code, id) => task(id + 1, 1, code, null));
  expect(planSections(sections, tasks, setting)[0]?.tasks.map(({ code }) => code)).toEqual([
    "1.1",
    "1.9",
    "1.10",
  ]);
});

test("the figures of a part count everything below it, by weight, and say who is silent", () => {
  const tasks = [task(1, 3, "2.1.1", 60, 3), task(2, 4, "2.2.1", null, 1), task(3, 1, "1.1", 10)];
  const [one, two, , inner] = planSections(sections, tasks, setting);
  expect(two?.rollUp).toMatchObject({ tasks: 2, progress: 45, unreported: 2, owing: 2 });
  expect(inner?.rollUp).toMatchObject({ tasks: 1, progress: 60 });
  expect(one?.rollUp.progress).toBe(10);
});
