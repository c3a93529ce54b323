import * as z from "zod";
import { day, id, line, text, version } from "../shapes";

/** Hundredths are the finest that a weight is kept in. */
const weight = z
  .number()
  .min(0.01)
  .max(9999)
  .transform((given) => Math.round(given * 100) / 100);
const name = line(60);
const tickets = z.array(z.string().max(2000)).max(20).default([]);
const reason = line(500);
/** More than this is no list of milestones. */
const MOST = 60;

const planned = z.strictObject({ name, dueDay: day, weight: weight.default(1) });

export const AddMilestones = z.strictObject({
  taskId: id,
  /** The template that they come from, for the record. */
  templateId: id.nullable().default(null),
  milestones: z.array(planned).min(1).max(MOST),
});

export const EditMilestone = z.strictObject({
  milestoneId: id,
  version,
  name: name.optional(),
  dueDay: day.optional(),
  weight: weight.optional(),
  reason: text(500).optional(),
});

export const RemoveMilestone = z.strictObject({ milestoneId: id, version, reason });

export const ReorderMilestones = z.strictObject({
  taskId: id,
  /** All of the task, in their new order. */
  milestoneIds: z.array(id).min(1).max(500),
});

export const FinishMilestone = z.strictObject({
  milestoneId: id,
  version,
  /** Left out: today. */
  doneOn: day.optional(),
  note: text(2000).default(""),
  tickets,
});

export const ReopenMilestone = z.strictObject({ milestoneId: id, version, reason });

/** A century either way is certainly a slip. */
const MOST_DAYS = 3650;

export const ShiftMilestones = z.strictObject({
  taskId: id,
  milestones: z
    .array(z.strictObject({ milestoneId: id, version }))
    .min(1)
    .max(500),
  by: z.union([
    z.strictObject({ days: z.int().min(-MOST_DAYS).max(MOST_DAYS) }),
    z.strictObject({ lastOn: day }),
  ]),
  reason: text(500).optional(),
});

const step = z.strictObject({
  name,
  weight: weight.default(1),
  /** How much of the whole time it takes. */
  share: z.number().min(0.01).max(9999),
});
const steps = z.array(step).min(1).max(MOST);

export const AddTemplate = z.strictObject({ name, steps });
export const EditTemplate = z.strictObject({ templateId: id, version, name, steps });
export const CloseTemplate = z.strictObject({ templateId: id, version });
