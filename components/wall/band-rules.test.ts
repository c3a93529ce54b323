import { expect, test } from "vitest";
import { planSections } from "@/components/plan/plan-rules";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { someTask } from "@/lib/testing/some-task";
import { bandsOf } from "./band-rules";

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2024-12-31" },
  reporting: DEFAULT_REPORTING,
};
const section = (id: number, parentId: number | null, code: string) => ({
  ...{ id, parentId, code, clause: "", title: code },
});
const sections = [section(1, null, "1"), section(2, null, "2"), section(3, 2, "2.1"), section(4, 2, "2.2")];
const tasks = [
  someTask({ id: 11, sectionId: 1, code: "1.1" }),
  someTask({ id: 22, sectionId: 4, code: "2.2.1" }),
  someTask({ id: 21, sectionId: 3, code: "2.1.1" }),
  someTask({ id: 23, sectionId: 4, code: "2.2.2" }),
];
const bands = bandsOf(planSections(sections, tasks, setting));

test("a band holds all tasks of its section, part by part", () => {
  expect(bands.map((band) => [band.section.code, band.tasks.map(({ code }) => code)])).toEqual([
    ["1", ["1.1"]],
    ["2", ["2.1.1", "2.2.1", "2.2.2"]],
  ]);
  expect(bands[1]?.parts.map((part) => part.section.code)).toEqual(["2.1", "2.2"]);
});

test("where a part begins after another is known", () => {
  expect(bands.map(({ begins }) => [...begins])).toEqual([[], [22]]);
});
