import type { Definition, Field, Stage } from "@/lib/ledgers/rules";
import type { Words } from "@/lib/message-format";

/** Ledgers to start from; everything in them can be changed before the ledger is set up. */

export const PRESETS = ["plain", "clearance", "petition", "hazard", "gridEvent", "investment"] as const;
export type Preset = (typeof PRESETS)[number];

export type Draft = Definition & {
  name: string;
  entryWord: string;
  label: "open" | "internal" | "sensitive";
  weight: number;
};

type StageSketch = [key: string, more?: Partial<Omit<Stage, "key" | "name">>];
type Sketch = {
  stages: StageSketch[];
  fields: Omit<Field, "name">[];
  tracks?: string[];
  rates?: Omit<Definition["rates"][number], "name">[];
  label?: Draft["label"];
};

const OFF = { writtenOff: true, asksEvidence: true };

const SKETCHES: Record<Preset, Sketch> = {
  plain: { stages: [["open"], ["doing"], ["done", OFF]], fields: [] },
  clearance: {
    stages: [
      ["unsigned", { days: 60 }],
      ["signed", { asksEvidence: true, days: 20 }],
      ["vacated", { days: 20 }],
      ["cleared", OFF],
    ],
    fields: [
      { key: "area", type: "number" },
      { key: "weighty", type: "yesNo" },
    ],
    tracks: ["talks", "court"],
    rates: [
      { key: "signing", counts: "reached", stage: "signed", over: "all" },
      { key: "clearing", counts: "writtenOff", over: "all" },
    ],
  },
  petition: {
    stages: [["open", { days: 60 }], ["doing"], ["done", OFF]],
    fields: [{ key: "person", type: "text", sensitive: true }],
    rates: [{ key: "closed", counts: "writtenOff", over: "all" }],
    label: "sensitive",
  },
  hazard: {
    stages: [
      ["found", { days: 3 }],
      ["mending", { days: 30 }],
      ["mended", OFF],
    ],
    fields: [{ key: "place", type: "text", required: true }],
    rates: [{ key: "closed", counts: "writtenOff", over: "all" }],
  },
  gridEvent: {
    stages: [
      ["reported", { days: 1 }],
      ["accepted", { days: 1 }],
      ["assigned", { days: 2 }],
      ["handled", { days: 5 }],
      ["answered", { days: 2 }],
      ["checked", { days: 2 }],
      ["done", { writtenOff: true }],
    ],
    fields: [{ key: "place", type: "text" }],
    rates: [
      { key: "closed", counts: "writtenOff", over: "due" },
      { key: "loop", counts: "inOrder", over: "all" },
      { key: "verified", counts: "passed", over: "rechecked" },
    ],
  },
  investment: {
    stages: [["clue"], ["talking"], ["contracted", { asksEvidence: true }], ["landed", OFF]],
    fields: [{ key: "sum", type: "money" }],
    rates: [{ key: "landing", counts: "writtenOff", over: "all" }],
  },
};

/** A ledger to start from, in the reader's words. */
export function draftOf(preset: Preset, t: Words): Draft {
  const { stages, fields, tracks = [], rates = [], label = "open" } = SKETCHES[preset];
  const say = (key: string) => t(`preset.${preset}.${key}`);
  const said = (key: string) => t(`presetUnit.${key}`);
  return {
    name: preset === "plain" ? "" : say("name"),
    entryWord: say("entryWord"),
    label,
    counting: preset === "gridEvent" ? "due" : "all",
    weight: 1,
    stages: stages.map(([key, more]) => ({ key, name: say(key), writtenOff: false, ...more })),
    fields: fields.map((field) => ({
      ...field,
      name: say(field.key),
      ...(t.has(`presetUnit.${field.key}`) ? { unit: said(field.key) } : {}),
    })),
    tracks: tracks.map((key) => ({ key, name: say(key) })),
    rates: rates.map((rate) => ({ ...rate, name: say(rate.key) })),
  };
}

/** A key that no other of the list has. */
export function freshKey(prefix: string, list: readonly { key: string }[]): string {
  for (let n = list.length + 1; ; n++) {
    const key = `${prefix}${n}`;
    if (!list.some((one) => one.key === key)) return key;
  }
}
