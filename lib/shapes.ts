import * as z from "zod";
import { parseDay } from "./calendar/rules";

/** The small shapes that every input is made of. */

export const id = z.int().positive().max(2_147_483_647);
export const version = z.int().positive();
/** A day however it was typed: 2024-3-1, 20240301, 2024年3月1日. */
export const day = z
  .string()
  .max(20)
  .transform((typed, ctx) => {
    const parsed = parseDay(typed);
    if (parsed === null) ctx.addIssue({ code: "custom", message: "impossibleDay" });
    return parsed ?? "";
  });
// NUL cannot be stored; lone surrogates cannot be sent.
const clean = (text: string) => text.replaceAll("\u0000", "").toWellFormed();
export const line = (max: number) =>
  z.string().max(max).transform(clean).pipe(z.string().trim().min(1, "required"));
export const text = (max: number) => z.string().max(max).transform(clean).pipe(z.string().trim());
