import * as z from "zod";
import { day, id, line, text } from "../shapes";

export const PublishPlan = z.strictObject({
  year: z.int().min(2000).max(2999),
  title: line(120),
  publishedOn: day,
  indexNumber: text(80).default(""),
  publisher: line(80),
  superior: text(80).default(""),
  positions: z.array(line(40)).max(10).default([]),
});

export const AddSection = z.strictObject({
  planId: id,
  parentId: id.nullable().default(null),
  code: line(20),
  /** Its place in the published document, such as 二(三)·二是. */
  clause: text(40).default(""),
  title: line(120),
});

export const AddBaseline = z.strictObject({
  sectionId: id,
  taskId: id.nullable().default(null),
  year: z.int().min(2000).max(2999),
  label: line(60),
  value: z.number().min(-1e12).max(1e12),
  unit: text(20).default(""),
  /** The document says "more than". */
  atLeast: z.boolean().default(false),
  /** Change against the year before, in percent; null when not given. */
  change: z.number().min(-100).max(100_000).nullable().default(null),
});
