import * as z from "zod";
import { id } from "../shapes";

/** Without a number the one in use ends: signing out. */
export const EndSession = z.strictObject({ sessionId: z.string().min(1).max(64).optional() });
export const EndOtherSessions = z.strictObject({});
export const EndAllSessions = z.strictObject({ accountId: id });
