import * as z from "zod";
import { id, line } from "../shapes";

/** `*` everything its owner may, `read` reading, `task.*` or `task.edit` what the door calls a command. */
const scope = z
  .string()
  .max(60)
  .refine((sent) => /^(\*|read|[a-z][a-zA-Z]*\.(\*|[a-z][a-zA-Z]*))$/.test(sent), "scope");

export const AddToken = z.strictObject({
  name: line(60),
  scopes: z.array(scope).min(1, "required").max(30),
  days: z.int().min(1).max(365),
});
export const RevokeToken = z.strictObject({ tokenId: id });
