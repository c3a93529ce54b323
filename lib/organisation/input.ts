import * as z from "zod";
import { id, line, text, version } from "../shapes";
import { UNIT_KINDS } from "./rules";

export const AddUnit = z.strictObject({
  parentId: id.nullable(),
  kind: z.enum(UNIT_KINDS),
  name: line(60),
  shortName: text(20).default(""),
});
export const EditUnit = z.strictObject({
  unitId: id,
  version,
  name: line(60).optional(),
  shortName: text(20).optional(),
  parentId: id.optional(),
  /** Place among its siblings, from 0. */
  order: z.int().min(0).max(9999).optional(),
});
export const CloseUnit = z.strictObject({ unitId: id, version, reason: text(500).default("") });
export const AddPost = z.strictObject({ unitId: id, name: line(60), isHead: z.boolean().default(false) });
export const EditPost = z.strictObject({
  postId: id,
  version,
  name: line(60).optional(),
  isHead: z.boolean().optional(),
  /** Another unit; its open tasks keep their lead units. */
  unitId: id.optional(),
  /** Place among the posts of the unit, from 0. */
  order: z.int().min(0).max(9999).optional(),
});
export const ClosePost = z.strictObject({ postId: id, version, reason: text(500).default("") });
