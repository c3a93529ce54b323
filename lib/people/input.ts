import * as z from "zod";
import { day, id, line, text, version } from "../shapes";

export const AddPerson = z.strictObject({ name: line(40), phone: text(30).default("") });
export const EditPerson = z.strictObject({
  personId: id,
  version,
  name: line(40).optional(),
  phone: text(30).optional(),
});
/** Somebody leaves the office: every post is given up on that day. */
export const LeavePerson = z.strictObject({ personId: id, version, on: day });
export const ReturnPerson = z.strictObject({ personId: id, version });
export const BeginHolding = z.strictObject({ postId: id, personId: id, from: day });
export const EndHolding = z.strictObject({ holdingId: id, on: day });
