import * as z from "zod";
import { accountName } from "../accounts/input";
import { line } from "../shapes";

const token = z.string().min(20).max(100);
const account = z.strictObject({
  name: accountName,
  /** Left out, one is made and shown once. */
  password: z.string().max(400).optional(),
});

export const FinishSetup = z.strictObject({
  token,
  supervisor: account.extend({ personName: line(40) }),
  systemAdmin: account,
  securityAdmin: account,
  auditAdmin: account,
});
export const FillSample = z.strictObject({ token });
