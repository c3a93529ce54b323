import * as z from "zod";
import { id, text, version } from "../shapes";

export const AttachEvidence = z.strictObject({
  taskId: id,
  version,
  /** What POST /api/files answered for each file. */
  tickets: z.array(z.string().max(2000)).min(1).max(20),
  note: text(500).default(""),
});

export const RemoveEvidence = z.strictObject({ evidenceId: id, version, reason: text(500).default("") });

export const OpenEvidence = z.strictObject({ evidenceId: id });
