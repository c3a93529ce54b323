import * as z from "zod";
import { LIGHT_CODES } from "../board/rules";
import { id, line, version } from "../shapes";

export const OverrideLight = z.strictObject({
  taskId: id,
  version,
  light: z.enum(LIGHT_CODES),
  reason: line(200),
});

export const RestoreLight = z.strictObject({ taskId: id, version });
