import * as z from "zod";
import { day, id, line } from "../shapes";
import { PACES } from "./rules";

const words = line(500);

export const GiveInstruction = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("note"), taskId: id, text: words }),
  z.strictObject({
    kind: z.literal("task"),
    /** The task that gave rise to it; null: a matter of its own, which names its post and section. */
    taskId: id.nullable().default(null),
    text: words,
    /** Left out: the owner of that task. */
    toPostId: id.optional(),
    sectionId: id.optional(),
    title: line(200).optional(),
    /** Left out: by the pace. */
    dueDay: day.optional(),
    pace: z.enum(PACES).default("ordinary"),
  }),
]);
export const WithdrawInstruction = z.strictObject({ instructionId: id });
export const SeeInstruction = z.strictObject({ instructionId: id });
