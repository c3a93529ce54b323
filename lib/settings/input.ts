import * as z from "zod";
import { day, line } from "../shapes";
import { FONT_NAME, PHRASE_LETTERS, PHRASES } from "./rules";

const font = z.string().trim().regex(FONT_NAME);

export const SetSettings = z.strictObject({
  viewedOn: day.nullable().optional(),
  reportFrom: z.int().min(1).max(28).optional(),
  reportTo: z.int().min(1).max(28).optional(),
  officeName: line(60).optional(),
  reportLinks: z.boolean().optional(),
  clock13710: z.boolean().optional(),
  publicPage: z.boolean().optional(),
  phrases: z.array(line(PHRASE_LETTERS)).max(PHRASES).optional(),
  keepMessagesMonths: z.int().min(1).max(120).optional(),
  paperFonts: z.strictObject({ title: font, heading: font, subheading: font, body: font }).optional(),
  lightRed: z.int().min(-100).max(-1).optional(),
  lightYellow: z.int().min(-100).max(-1).optional(),
  lightAhead: z.int().min(1).max(100).optional(),
  dueSoonDays: z.int().min(0).max(30).optional(),
  acknowledgeDays: z.int().min(0).max(30).optional(),
});

export const LoadCalendar = z.strictObject({
  days: z.array(z.strictObject({ day, working: z.boolean(), name: z.string().max(40) })).max(2000),
  knownUntil: day,
});
