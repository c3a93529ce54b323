import * as z from "zod";
import { LABELS, SOURCES } from "../board/rules";
import { day, id, line, text, version } from "../shapes";
import { STEP_NAMES, VERIFY_METHODS } from "./rules";

export const PROOFS = ["milestones", "measure", "ledger", "coverage", "league", "manual"] as const;

const facts = {
  title: line(200),
  goal: text(2000).default(""),
  label: z.enum(LABELS).default("open"),
  leadUnitId: id.nullable().default(null),
  ownerPostId: id.nullable().default(null),
  sponsorPostId: id.nullable().default(null),
  supportUnitIds: z.array(id).max(30).default([]),
  startDay: day,
  dueDay: day,
  weight: z.number().positive().max(1000).default(1),
};

export const AddTask = z.strictObject({
  sectionId: id,
  /** Given by the plan; a task that is added later gets the next free number of its section. */
  code: line(20).optional(),
  source: z.enum(SOURCES).default("plan"),
  sourceRef: text(200).default(""),
  sourceMeetingId: id.nullable().default(null),
  proofs: z.array(z.enum(PROOFS)).max(6).default(["manual"]),
  ...facts,
});

export const EditTask = z.strictObject({
  taskId: id,
  version,
  title: facts.title.optional(),
  goal: text(2000).optional(),
  label: z.enum(LABELS).optional(),
  sponsorPostId: id.nullable().optional(),
  supportUnitIds: z.array(id).max(30).optional(),
  startDay: day.optional(),
  dueDay: day.optional(),
  weight: z.number().positive().max(1000).optional(),
  reason: text(500).optional(),
});

export const TakeStep = z.strictObject({
  taskId: id,
  version,
  step: z.enum(STEP_NAMES as [string, ...string[]]).transform((s) => s as (typeof STEP_NAMES)[number]),
  reason: text(1000).optional(),
  until: day.optional(),
  approval: text(200).optional(),
  /** Asked for when a task is closed. */
  method: z.enum(VERIFY_METHODS).optional(),
});

/** Places a card between two neighbours of its column; null at either end. */
export const ReorderTask = z.strictObject({
  taskId: id,
  version,
  afterTaskId: id.nullable(),
  beforeTaskId: id.nullable(),
});

export const PublishTasks = z.strictObject({
  taskIds: z.array(id).min(1).max(1000),
  published: z.boolean(),
});

export const RevealTask = z.strictObject({ taskId: id });
