import * as z from "zod";
import { id, version } from "../shapes";

export const AssignTasks = z.strictObject({
  tasks: z
    .array(z.strictObject({ taskId: id, version }))
    .min(1)
    .max(500),
  /** Left out: stays as it is. */
  leadUnitId: id.optional(),
  ownerPostId: id.optional(),
  sponsorPostId: id.nullable().optional(),
  supportUnitIds: z.array(id).max(30).optional(),
});
