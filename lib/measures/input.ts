import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { FORMULAS } from "./formula-rules";
import { AGGREGATIONS, DIRECTIONS } from "./rules";

/** What the columns hold: fourteen digits before the point and four after it. */
const MOST = 99_999_999_999_999;
const number = z
  .number()
  .min(-MOST)
  .max(MOST)
  .transform((given) => Number(given.toFixed(4)));
const hundredths = (least: number, most: number) =>
  z
    .number()
    .min(least)
    .max(most)
    .transform((given) => Math.round(given * 100) / 100);

/** The wording of a feed belongs to the domain that supplies it; here it only has to be small. */
const feed = z
  .record(z.string().max(40), z.union([z.string().max(100), z.number()]))
  .refine((given) => Object.keys(given).length <= 6, "other");

const facts = {
  name: line(60),
  unit: text(12).default(""),
  decimals: z.int().min(0).max(4).default(0),
  direction: z.enum(DIRECTIONS),
  aggregation: z.enum(AGGREGATIONS),
  baseline: number.nullable().default(null),
  baselineYear: z.int().min(1990).max(2199).nullable().default(null),
  /** null: the measure is only shown, or nothing of it may happen. */
  target: number.nullable().default(null),
  /** How much it counts beside the task's other proofs; 0: it is only shown. */
  weight: hundredths(0, 9999).default(1),
  formula: z.enum(FORMULAS).nullable().default(null),
  /** What the formula is multiplied by: 100 for percent. */
  factor: hundredths(0.01, 1_000_000).default(1),
  /** The measures that the formula computes with, in their order. */
  terms: z.array(id).max(20).default([]),
  feed: feed.nullable().default(null),
  /** Where it should stand at the end of these days. */
  targets: z
    .array(z.strictObject({ day, value: number }))
    .max(400)
    .default([]),
};

export const DefineMeasure = z.strictObject({ taskId: id, ...facts });
export const EditMeasure = z.strictObject({
  measureId: id,
  version,
  ...facts,
  reason: text(500).optional(),
});
export const RemoveMeasure = z.strictObject({ measureId: id, version, reason: line(500) });

export const AddReading = z.strictObject({
  measureId: id,
  day,
  value: number,
  source: text(100).default(""),
  note: text(2000).default(""),
  tickets: z.array(z.string().max(2000)).max(20).default([]),
  /** The reading that this one corrects. */
  supersedesId: id.nullable().default(null),
});
export const WithdrawReading = z.strictObject({ readingId: id, reason: line(500) });

export type MeasureFacts = Omit<z.infer<typeof DefineMeasure>, "taskId">;
