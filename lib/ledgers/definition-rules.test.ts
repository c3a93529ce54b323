import { describe, expect, test } from "vitest";
import { someLedger } from "@/lib/testing/some-ledger";
import { refusalOfChange, refusalOfDefinition } from "./definition-rules";
import type { Definition } from "./rules";

const ledger = someLedger();
const [open, signed, ruled, empty, gone] = ledger.stages as [
  ...[(typeof ledger.stages)[0], (typeof ledger.stages)[0], (typeof ledger.stages)[0]],
  ...[(typeof ledger.stages)[0], (typeof ledger.stages)[0]],
];

describe("a definition", () => {
  test("is whole", () => expect(refusalOfDefinition(ledger)).toBeNull());

  test.each([
    ["keyTwice", { stages: [open, { ...gone, key: "open" }] }],
    ["nameTwice", { stages: [open, { ...gone, name: open.name }] }],
    ["noWrittenOffStage", { stages: [open, empty] }],
    ["noOpenStage", { stages: [gone, open] }],
    ["choicesMissing", { fields: [{ key: "a", name: "甲", type: "choice" }] }],
    ["stageOnUnknownTrack", { tracks: [] }],
    ["trackWithoutEnd", { stages: [open, { ...gone, tracks: ["talks"] }] }],
    ["rateWithoutStage", { rates: [{ key: "a", name: "甲", counts: "reached", over: "all" }] }],
  ] satisfies [string, Partial<Definition>][])("is refused as %s", (code, own) => {
    expect(refusalOfDefinition({ ...ledger, ...own })).toBe(code);
  });
});

describe("a change", () => {
  const before = { ...ledger, label: "sensitive" };
  const held = [
    { stage: "open", track: "talks", standing: false },
    { stage: "signed", track: "talks", standing: true },
  ];
  const refused = (own: object) => refusalOfChange(before, { ...before, ...own }, held);

  test("of names and order is free", () => {
    expect(refused({ stages: [{ ...open, name: "待签" }, empty, ruled, signed, gone] })).toBeNull();
  });

  test("does not take away a stage or track in which entries stand or stood", () => {
    expect(refused({ stages: [open, ruled, empty, gone] })).toBe("stageInUse");
    expect(refused({ stages: [signed, ruled, empty, gone] })).toBe("stageInUse");
    expect(refused({ tracks: [ledger.tracks[1]] })).toBe("trackInUse");
    expect(refused({ stages: [open, signed, empty, gone] })).toBeNull();
  });

  test("does not close a stage to those who stand in it", () => {
    expect(refused({ stages: [open, { ...signed, tracks: ["court"] }, ruled, empty, gone] })).toBe(
      "placeInUse",
    );
  });

  test("does not lay open what was written under the promise of masking", () => {
    expect(refused({ label: "open" })).toBe("labelLowered");
    const fields = ledger.fields.map((field) => ({ ...field, sensitive: false }));
    expect(refused({ fields })).toBe("labelLowered");
    expect(refusalOfChange(before, { ...before, label: "open" }, [])).toBeNull();
  });
});
