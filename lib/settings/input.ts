import * as z from "zod";
import { day, line } from "../shapes";

export const SetSettings = z.strictObject({
  viewedOn: day.nullable().optional(),
  reportFrom: z.int().min(1).max(28).optional(),
  reportTo: z.int().min(1).max(28).optional(),
  officeName: line(60).optional(),
});

export const LoadCalendar = z.strictObject({
  days: z.array(z.strictObject({ day, working: z.boolean(), name: z.string().max(40) })).max(2000),
  knownUntil: day,
});
