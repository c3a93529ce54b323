import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { COMPOSED_KINDS, SOURCE_KINDS } from "./kind-rules";

export const ExportPaper = z.strictObject({
  kind: z.enum([...SOURCE_KINDS, ...COMPOSED_KINDS]),
  title: line(400),
  format: z.enum(["docx", "xlsx", "pdf", "print"]),
  /** What was asked for, as it stood in the address. */
  asked: text(2000).default(""),
  paperId: id.nullable().default(null),
  taskId: id.nullable().default(null),
});

export const ComposePaper = z
  .strictObject({
    kind: z.enum(COMPOSED_KINDS),
    meetingId: id.optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ kind, meetingId }) => (kind === "minutes") === (meetingId !== undefined), {
    path: ["meetingId"],
    message: "required",
  })
  .refine(({ kind, from, to }) => kind === "minutes" || (from !== undefined && to !== undefined), {
    path: ["from"],
    message: "required",
  });

/** A table is named by its place in what was composed: its figures are left in or out, and never typed. */
const Edited = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("heading"),
    level: z.union([z.literal(1), z.literal(2)]),
    text: text(400),
  }),
  z.strictObject({ kind: z.literal("text"), text: text(8000) }),
  z.strictObject({ kind: z.literal("flush"), text: text(400) }),
  z.strictObject({ kind: z.literal("signature"), lines: z.array(text(200)).max(6) }),
  z.strictObject({ kind: z.literal("table"), place: z.int().nonnegative() }),
]);
export type EditedBlock = z.infer<typeof Edited>;

export const EditPaper = z.strictObject({
  paperId: id,
  version,
  title: line(200),
  subtitle: text(200),
  blocks: z.array(Edited).max(3000),
});

export const IssuePaper = z.strictObject({ paperId: id, version });
