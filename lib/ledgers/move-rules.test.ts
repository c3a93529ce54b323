import { describe, expect, test } from "vitest";
import { someLedger } from "@/lib/testing/some-ledger";
import {
  deadlineOf,
  type Move,
  refusalOfMove,
  refusalOfRecheck,
  refusalOfUndo,
  stageBefore,
  stepsOf,
} from "./move-rules";

const ledger = someLedger();
const ENTRY = {
  ...{ stage: "open", stageSince: "2024-03-10", track: "talks" },
  ...{ joinedOn: "2024-03-01", removedOn: null },
};
const move = (own: Partial<Move> = {}): Move => ({
  ...{ stage: "signed", track: "talks", day: "2024-03-20", reason: "", evidence: 0 },
  ...own,
});
const refused = (own: Partial<Move>, entry = {}, more = {}) =>
  refusalOfMove({ ...ledger, ...more }, { ...ENTRY, ...entry }, move(own), "2024-03-20");

describe("a move", () => {
  test("goes to a later stage of the entry's own track", () => expect(refused({})).toBeNull());

  test.each([
    ["stageUnknown", { stage: "nowhere" }],
    ["trackUnknown", { track: "nowhere" }],
    ["stageNotOnTrack", { stage: "ruled", reason: "理由" }],
    ["nothingMoved", { stage: "open" }],
    ["dayAhead", { day: "2024-03-21" }],
    ["dayBeforeLastMove", { day: "2024-03-09" }],
    ["dayBeforeJoined", { day: "2024-02-29" }],
  ] as const)("is refused as %s", (code, own) => expect(refused(own)).toBe(code));

  test("of a removed entry or a closed ledger is refused", () => {
    expect(refused({}, { removedOn: "2024-03-15" })).toBe("entryRemoved");
    expect(refused({}, {}, { closedOn: "2024-03-15" })).toBe("ledgerClosed");
  });

  test("to another track asks for a reason, and so does a way back", () => {
    expect(refused({ stage: "open", track: "court" })).toBe("reasonMissing");
    expect(refused({ stage: "open", track: "court", reason: "谈不成" })).toBeNull();
    expect(refused({ stage: "open" }, { stage: "signed" })).toBe("reasonMissing");
  });

  test("onto a first track asks for none", () => {
    expect(refused({ stage: "open" }, { track: null })).toBeNull();
  });

  test("into a stage that asks waits for the reason or the evidence", () => {
    expect(refused({ stage: "ruled", track: "court" }, { track: "court" })).toBe("reasonMissing");
    const stages = ledger.stages.map((stage) => ({ ...stage, asksEvidence: stage.key === "signed" }));
    expect(refused({}, {}, { stages })).toBe("evidenceMissing");
    expect(refused({ evidence: 1 }, {}, { stages })).toBeNull();
  });
});

describe("what a move is recorded as", () => {
  test("a change of track comes first, by itself", () => {
    const steps = stepsOf(ledger, { stage: "open", track: "talks" }, { stage: "ruled", track: "court" });
    expect(steps.map(({ to }) => to)).toEqual([
      { stage: "open", track: "court" },
      { stage: "ruled", track: "court" },
    ]);
  });

  test("where the entry cannot stand in between it is one move", () => {
    const to = { stage: "ruled", track: "court" };
    expect(stepsOf(ledger, { stage: "signed", track: "talks" }, to)).toHaveLength(1);
  });
});

describe("undoing", () => {
  const undo = (last: Parameters<typeof refusalOfUndo>[1], any = false) =>
    refusalOfUndo({ closedOn: null }, last, "2024-03-20", any);

  test("is for whoever moved, on the same day", () => {
    expect(undo({ recordedOn: "2024-03-20", mine: true })).toBeNull();
    expect(undo({ recordedOn: "2024-03-19", mine: true })).toBe("undoTooLate");
    expect(undo({ recordedOn: "2024-03-20", mine: false })).toBe("undoTooLate");
  });

  test("is for a supervisor on any day, and joining is never undone", () => {
    expect(undo({ recordedOn: "2024-03-01", mine: false }, true)).toBeNull();
    expect(undo(null, true)).toBe("nothingToUndo");
  });
});

describe("a re-check", () => {
  const gone = { ...ENTRY, stage: "gone", writtenOffOn: "2024-03-15", unitId: 3 as number | null };
  const check = (own = {}, entry = {}) =>
    refusalOfRecheck(
      ledger,
      { ...gone, ...entry },
      { day: "2024-03-20", unitIds: [], leadUnitId: 8, ...own },
      "2024-03-20",
    );

  test("is of a written-off entry, by somebody outside the responsible unit", () => {
    expect(check()).toBeNull();
    expect(check({ unitIds: [3] })).toBe("recheckerInUnit");
    expect(check({}, { stage: "empty" })).toBe("notWrittenOff");
  });

  test("of an entry without a unit is outside the task's unit", () => {
    expect(check({ unitIds: [8] }, { unitId: null })).toBe("recheckerInUnit");
    expect(check({ unitIds: [8] })).toBeNull();
  });

  test("comes after writing off and not in the future", () => {
    expect(check({ day: "2024-03-14" })).toBe("dayBeforeLastMove");
    expect(check({ day: "2024-03-21" })).toBe("dayAhead");
  });

  test("that fails sends the entry to the last open stage of its track", () => {
    expect(stageBefore(ledger, { stage: "gone", track: "court" })).toBe("empty");
  });
});

test("a deadline counts working days; a stage that writes off has none", () => {
  const calendar = { off: ["2024-03-13"], work: ["2024-03-16"], knownUntil: "2024-12-31" };
  expect(deadlineOf(ledger.stages, "empty", "2024-03-12", calendar)).toBe("2024-03-19");
  expect(deadlineOf(ledger.stages, "gone", "2024-03-12", calendar)).toBeNull();
});
