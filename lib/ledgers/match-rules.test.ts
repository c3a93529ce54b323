import { expect, test } from "vitest";
import type { Entry } from "@/lib/ledgers/rules";
import { NO_FILTER, nextSort, readFilter, writeFilter } from "./filter-rules";
import { isMine, type Setting, shownEntries } from "./match-rules";

const STAGES = [
  { key: "open", name: "未签约", writtenOff: false },
  { key: "signed", name: "已签约", writtenOff: false },
  { key: "done", name: "已拆除", writtenOff: true },
];
const AREA = { key: "area", name: "面积", type: "number" as const };

let lastId = 0;
const entry = (code: string, own: Partial<Entry> = {}): Entry => ({
  ...{ id: ++lastId, version: 1, code, title: "", stage: "open", stageSince: "2024-09-01", stageDue: null },
  ...{ track: null, weight: 1, unitId: null, postId: null, sponsorPostId: null, joinedOn: "2024-01-01" },
  ...{ writtenOffOn: null, removedOn: null, plotId: null, x: null, y: null, inOrder: true, recheck: null },
  data: {},
  ...own,
});
const SETTING: Setting = {
  definition: { counting: "all", fields: [AREA], stages: STAGES, tracks: [], rates: [] },
  today: "2024-09-30",
  person: { postIds: [7], unitIds: [3] },
  unitNames: { 3: "梅沁社区" },
  postNames: {},
  inRate: () => false,
};
const codes = (entries: Entry[], filter: Partial<typeof NO_FILTER>) =>
  shownEntries(entries, { ...NO_FILTER, ...filter }, SETTING).map(({ code }) => code);

test("what is past its deadline comes first, what is mine before what is not, what is done last", () => {
  const entries = [
    entry("done", { stage: "done", writtenOffOn: "2024-09-10" }),
    entry("open"),
    entry("mine", { postId: 7 }),
    entry("late", { stageDue: "2024-09-20" }),
  ];
  expect(codes(entries, {})).toEqual(["late", "mine", "open", "done"]);
});

test("an entry without a post is its unit's, one with a post is that post's alone", () => {
  expect(isMine(entry("a", { unitId: 3 }), SETTING.person)).toBe(true);
  expect(isMine(entry("a", { unitId: 3, postId: 8 }), SETTING.person)).toBe(false);
  expect(isMine(entry("a", { sponsorPostId: 7, postId: 8 }), SETTING.person)).toBe(true);
});

test("entries that were taken out are shown only when asked for", () => {
  const entries = [entry("here"), entry("out", { removedOn: "2024-09-02" })];
  expect(codes(entries, {})).toEqual(["here"]);
  expect(codes(entries, { removed: true })).toEqual(["out"]);
});

test("a search looks through code, values and the names of units, every word of it", () => {
  const entries = [entry("梅北-001", { unitId: 3 }), entry("梅北-002", { data: { area: "120" } })];
  expect(codes(entries, { text: "梅北 梅沁" })).toEqual(["梅北-001"]);
  expect(codes(entries, { text: "120" })).toEqual(["梅北-002"]);
});

test("reached takes in later stages, stages only those that stand there", () => {
  const entries = [
    entry("a"),
    entry("b", { stage: "signed" }),
    entry("c", { stage: "done", writtenOffOn: "2024-08-01" }),
  ];
  expect(codes(entries, { reached: "signed" })).toEqual(["b", "c"]);
  expect(codes(entries, { stages: ["signed"] })).toEqual(["b"]);
  expect(codes(entries, { offIn: "2024-08" })).toEqual(["c"]);
});

test("numbers sort as numbers, codes by their numbers, and what is empty comes last either way", () => {
  const entries = [
    entry("户-10", { data: { area: "9" } }),
    entry("户-9", { data: { area: "100" } }),
    entry("户-1"),
  ];
  expect(codes(entries, { sort: { by: "code", down: false } })).toEqual(["户-1", "户-9", "户-10"]);
  expect(codes(entries, { sort: { by: "field.area", down: true } })).toEqual(["户-9", "户-10", "户-1"]);
  expect(codes(entries, { sort: { by: "field.area", down: false } })).toEqual(["户-10", "户-9", "户-1"]);
});

test("an address says again what it was read from", () => {
  const asked =
    "view=board&q=梅北&stage=open.signed&track=&unit=0&age=30&off=2024-08&overdue=1&sort=-field.area&plot=0&entry=5";
  const filter = readFilter(asked);
  expect(filter).toMatchObject({
    view: "board",
    stages: ["open", "signed"],
    track: "",
    unit: 0,
    plotId: 0,
    entryId: 5,
  });
  expect(readFilter(writeFilter(filter))).toEqual(filter);
});

test("what an address makes no sense of is left out", () => {
  expect(readFilter("view=x&unit=-1&off=spring&age=5&entry=0")).toEqual(NO_FILTER);
});

test("a column turns around and the third time is as it came", () => {
  const once = nextSort(null, "code");
  expect(nextSort(once, "code")).toEqual({ by: "code", down: true });
  expect(nextSort(nextSort(once, "code"), "code")).toBeNull();
  expect(nextSort(once, "due")).toEqual({ by: "due", down: false });
});
