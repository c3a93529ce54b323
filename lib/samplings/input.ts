import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { VERIFY_METHODS } from "../tasks/rules";
import { MOST_IN_SAMPLE, SAMPLE_KINDS } from "./rules";

export const DrawSampling = z.strictObject({
  title: line(100),
  kind: z.enum(SAMPLE_KINDS),
  fromDay: day,
  toDay: day,
  size: z.int().min(1).max(MOST_IN_SAMPLE),
});
export const CheckSample = z.strictObject({
  itemId: id,
  version,
  passed: z.boolean(),
  method: z.enum(VERIFY_METHODS),
  /** What was found; asked for when it failed. */
  note: text(1000).default(""),
});
