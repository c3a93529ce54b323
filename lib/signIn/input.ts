import * as z from "zod";
import { id } from "../shapes";

const Method = z.enum(["password", "oidc"]);
export const BeginSession = z.strictObject({
  accountId: id,
  /** The account's version when its password was checked, so that a session never begins with one changed since. */
  version: z.int(),
  method: Method,
  source: z.string().max(80),
  device: z.string().max(80),
});
export const RefuseSession = z.strictObject({
  accountId: id.nullable(),
  name: z.string().max(80),
  method: Method,
  locked: z.boolean(),
});
