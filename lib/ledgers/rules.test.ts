import { describe, expect, test } from "vitest";
import { someLedger } from "@/lib/testing/some-ledger";
import {
  type Entry,
  type EntryRow,
  entryOf,
  hasReached,
  nextStage,
  ROW_HEAD,
  skips,
  stagesOn,
} from "./rules";

const { stages, fields } = someLedger();
const keys = (track: string | null) => stagesOn(stages, track).map(({ key }) => key);

describe("stages and tracks", () => {
  test("an entry passes the stages of its track and those of all", () => {
    expect(keys("talks")).toEqual(["open", "signed", "empty", "gone"]);
    expect(keys("court")).toEqual(["open", "ruled", "empty", "gone"]);
    expect(keys(null)).toEqual(["open", "empty", "gone"]);
  });

  test("a later stage has reached the earlier ones, but never one of another track", () => {
    expect(hasReached(stages, "signed", { stage: "gone", track: "talks" })).toBe(true);
    expect(hasReached(stages, "signed", { stage: "gone", track: "court" })).toBe(false);
    expect(hasReached(stages, "empty", { stage: "signed", track: "talks" })).toBe(false);
  });

  test("a move skips when it leaves out a stage of the entry's own track", () => {
    const skip = (from: string | null, to: string, track: string) => skips(stages, { from, to, track });
    expect(skip("open", "empty", "talks")).toBe(true);
    expect(skip("signed", "empty", "talks")).toBe(false);
    expect(skip("open", "ruled", "court")).toBe(false);
    expect(skip(null, "open", "talks")).toBe(false);
    expect(skip(null, "gone", "talks")).toBe(true);
    expect(skip("gone", "open", "talks")).toBe(false);
  });

  test("the next stage is the next on the track, and none follows writing off", () => {
    expect(nextStage(stages, { stage: "open", track: "court" })?.key).toBe("ruled");
    expect(nextStage(stages, { stage: "gone", track: "court" })).toBeNull();
  });
});

test("a row of a list tells the whole entry", () => {
  const row: EntryRow = [
    ...([7, 2, "梅北-001", "三层住宅", "open", "2024-03-04", "2024-03-18", "talks", 1.5, 3, 4, 5] as const),
    ...(["2024-03-01", null, null, 9, 0.25, 0.75, 0, 1] as const),
    ...(["张＊", null, "120", "住宅", null, "yes"] as const),
  ] as unknown as EntryRow;
  expect(row).toHaveLength(ROW_HEAD + fields.length);
  const entry: Entry = {
    ...{ id: 7, version: 2, code: "梅北-001", title: "三层住宅", stage: "open", stageSince: "2024-03-04" },
    ...{ stageDue: "2024-03-18", track: "talks", weight: 1.5, unitId: 3, postId: 4, sponsorPostId: 5 },
    ...{ joinedOn: "2024-03-01", writtenOffOn: null, removedOn: null, plotId: 9, x: 0.25, y: 0.75 },
    ...{ inOrder: false, recheck: true },
    data: { owner: "张＊", area: "120", kind: "住宅", key: "yes" },
  };
  expect(entryOf(row, fields)).toEqual(entry);
});
