import * as z from "zod";
import { id, line, text, version } from "../shapes";

/** What a supporting unit says of its own part; it moves no progress. */
export const SupportCheckIn = z.strictObject({
  taskId: id,
  supportUnitId: id,
  done: line(4000),
  problem: text(4000).default(""),
  next: text(4000).default(""),
  help: text(4000).default(""),
  tickets: z.array(z.string().max(2000)).max(20).default([]),
});

export const AddCheckIn = z.strictObject({
  taskId: id,
  version,
  done: text(4000).default(""),
  problem: text(4000).default(""),
  next: text(4000).default(""),
  help: text(4000).default(""),
  progress: z.int().min(0).max(100).nullable().default(null),
  /** The earlier check-in that this one corrects. */
  supersedesId: id.nullable().default(null),
  /** Tickets of uploaded files. */
  tickets: z.array(z.string().max(2000)).max(20).default([]),
});
