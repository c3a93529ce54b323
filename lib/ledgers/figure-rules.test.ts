import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar/rules";
import { someLedger } from "@/lib/testing/some-ledger";
import { burnDown, type Change, figuresOf, sumsOf, type Tally } from "./figure-rules";
import { type Counted, type MoveFacts, replay, standingAfter } from "./replay-rules";
import { stagesOn } from "./rules";

const ledger = someLedger();
const COURSE = { startDay: "2024-03-01", dueDay: "2024-12-31", today: "2024-09-30" };
const tally = (own: Partial<Tally> = {}): Tally => ({
  ...{ stage: "open", track: "talks", unitId: 1, since: "2024-09-01", overdue: false, inOrder: true },
  ...{ recheck: null, n: 1, weight: 1 },
  ...own,
});
const figures = (tallies: Tally[], own = {}) => figuresOf({ ...ledger, ...own }, tallies, [], COURSE);
const rate = (tallies: Tally[], key: string) => figures(tallies).rates.find((one) => one.key === key);

describe("the figures", () => {
  test("count progress by weight, all entries or only those due", () => {
    const tallies = [
      tally({ stage: "gone", n: 2, weight: 6 }),
      tally({ n: 3, weight: 3, overdue: true }),
      tally({ n: 1, weight: 3 }),
    ];
    expect(sumsOf(ledger, tallies)).toMatchObject({
      count: 6,
      writtenOff: 2,
      overdue: 3,
      due: 5,
      progress: 0.5,
    });
    expect(sumsOf({ ...ledger, counting: "due" }, tallies).progress).toBeCloseTo(6 / 9);
  });

  test("of nothing are nothing, not zero", () => {
    expect(figures([]).progress).toBeNull();
    expect(figures([]).rates.map(({ value }) => value)).toEqual([null, null, null, null]);
  });

  test("tell signing from all, closing from those due, honest closing from those looked at again", () => {
    const tallies = [
      tally({ stage: "gone", n: 4, recheck: true }),
      tally({ stage: "gone", inOrder: false, recheck: false }),
      tally({ stage: "gone", track: "court" }),
      tally({ overdue: true, n: 2 }),
      tally({ n: 2 }),
    ];
    expect(rate(tallies, "signed")).toMatchObject({ done: 5, of: 10, value: 0.5, target: 100 });
    expect(rate(tallies, "off")).toMatchObject({ done: 6, of: 8 });
    expect(rate(tallies, "loop")).toMatchObject({ done: 5, of: 8 });
    expect(rate(tallies, "true")).toMatchObject({ done: 4, of: 5 });
  });

  test("sort open entries by how long they have stood in their stage", () => {
    const ages = figures([
      tally({ since: "2024-09-23" }),
      tally({ since: "2024-09-22" }),
      tally({ since: "2024-07-01" }),
    ]);
    expect(ages.ageing.find(({ stage }) => stage === "open")).toEqual({
      ...{ stage: "open", buckets: [1, 1, 0, 0, 1], longest: 91 },
    });
    expect(ages.ageing.some(({ stage }) => stage === "gone")).toBe(false);
  });

  test("tell units and tracks apart", () => {
    const { byUnit, byTrack } = figures([
      tally({ unitId: 2, n: 3 }),
      tally({ track: "court", stage: "gone" }),
    ]);
    expect(byUnit.map(({ key, count, progress }) => [key, count, progress])).toEqual([
      [2, 3, 0],
      [1, 1, 1],
    ]);
    expect(byTrack.map(({ key }) => key)).toEqual(["talks", "court"]);
  });
});

describe("the burn-down", () => {
  test("ends each week on Sunday, the running one today, and goes on to the due day", () => {
    const weeks = burnDown([{ day: "2024-09-02", all: 10, off: 0 }], { ...COURSE, dueDay: "2024-10-10" });
    expect(weeks.slice(-3).map(({ day, remaining }) => [day, remaining])).toEqual([
      ["2024-09-29", 10],
      ["2024-09-30", 10],
      ["2024-10-13", null],
    ]);
    expect(weeks.at(-1)?.planned).toBe(0);
  });

  test("takes off what was written off, and puts back what came back", () => {
    const changes: Change[] = [
      { day: "2024-09-02", all: 4, off: 0 },
      { day: "2024-09-10", all: 0, off: 3 },
      { day: "2024-09-24", all: -1, off: -1 },
    ];
    const left = burnDown(changes, { ...COURSE, startDay: "2024-09-02" }).map(({ remaining }) => remaining);
    expect(left.slice(0, 5)).toEqual([4, 1, 1, 1, 1]);
  });
});

/** A history that commands could have written: forward, back, onto the other track, undone. */
const history = fc.array(fc.record({ pick: fc.nat(), wait: fc.nat(20), undo: fc.boolean() }), {
  maxLength: 12,
});

function played(entryId: number, script: { pick: number; wait: number; undo: boolean }[]): MoveFacts[] {
  const moves: MoveFacts[] = [];
  const add = (fields: Omit<MoveFacts, "id" | "entryId">) =>
    moves.push({ id: entryId * 1000 + moves.length, entryId, ...fields });
  add({ fromStage: null, toStage: "open", toTrack: "talks", day: "2024-03-01", undoesId: null });
  let day = "2024-03-01";
  for (const { pick, wait, undo } of script) {
    day = addDays(day, wait);
    const now = standingAfter(ledger.stages, moves);
    const undone = new Set(moves.map(({ undoesId }) => undoesId));
    const last = moves.filter(({ id, undoesId }) => undoesId === null && !undone.has(id)).at(-1);
    if (now === null || last === undefined) continue;
    if (undo && last.fromStage !== null) {
      const back = standingAfter(
        ledger.stages,
        moves.filter(({ id }) => id !== last.id),
      );
      add({
        ...{ fromStage: now.stage, toStage: back?.stage ?? "open" },
        toTrack: back?.track ?? null,
        day,
        undoesId: last.id,
      });
      continue;
    }
    const toTrack = pick % 3 === 0 ? "court" : "talks";
    const on = stagesOn(ledger.stages, toTrack);
    add({ fromStage: now.stage, toStage: on[pick % on.length]?.key ?? "open", toTrack, day, undoesId: null });
  }
  return moves;
}

const counted = (id: number, removedOn: string | null): Counted => ({
  ...{
    id,
    unitId: id % 3,
    weight: 1 + (id % 4),
    joinedOn: "2024-03-01",
    removedOn,
    stageDue: null,
    recheck: null,
  },
});

describe("replaying the moves", () => {
  const ledgers = fc.array(fc.record({ script: history, removed: fc.boolean() }), { maxLength: 25 });

  test("the figures are in their bounds and add up, whatever happened", () => {
    fc.assert(
      fc.property(ledgers, (list) => {
        const entries = list.map(({ removed }, at) => counted(at + 1, removed ? "2024-12-30" : null));
        const moves = list.flatMap(({ script }, at) => played(at + 1, script));
        const today = "2024-12-31";
        const { tallies, changes } = replay(ledger.stages, entries, moves, today);
        const all = figuresOf(ledger, tallies, changes, { ...COURSE, today });
        expect(all.funnel.reduce((sum, { standing }) => sum + standing, 0)).toBe(all.count);
        expect(all.progress === null || (all.progress >= 0 && all.progress <= 1)).toBe(true);
        expect(all.burnDown.findLast(({ remaining }) => remaining !== null)?.remaining ?? 0).toBe(
          all.count - all.writtenOff,
        );
        for (const { done, of } of all.rates) expect(done).toBeLessThanOrEqual(of);
      }),
    );
  });

  test("one more written off never lowers the progress", () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), (list, pick) => {
        const entries = list.map((_, at) => counted(at + 1, null));
        const moves = list.flatMap(({ script }, at) => played(at + 1, script));
        const progress = (all: MoveFacts[]) =>
          sumsOf(ledger, replay(ledger.stages, entries, all, "2024-12-31").tallies).progress ?? 0;
        const entryId = 1 + (pick % Math.max(1, list.length));
        const day = "2024-12-31";
        const off = {
          id: 999_999,
          entryId,
          fromStage: "x",
          toStage: "gone",
          toTrack: "talks",
          day,
          undoesId: null,
        };
        expect(progress([...moves, ...(list.length > 0 ? [off] : [])])).toBeGreaterThanOrEqual(
          progress(moves),
        );
      }),
    );
  });

  test("an undone move leaves nothing behind", () => {
    const moves = played(1, [
      { pick: 1, wait: 3, undo: false },
      { pick: 0, wait: 3, undo: true },
    ]);
    expect(moves).toHaveLength(3);
    expect(standingAfter(ledger.stages, moves)).toEqual(standingAfter(ledger.stages, moves.slice(0, 1)));
  });
});
