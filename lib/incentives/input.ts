import * as z from "zod";
import { id, line, text, version } from "../shapes";

const n = z.int().min(1).max(100);
export const ConditionShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rank"), n }),
  z.strictObject({ kind: z.literal("improved") }),
  z.strictObject({ kind: z.literal("score"), least: z.number().min(0).max(100) }),
  z.strictObject({ kind: z.literal("streak"), n, editions: z.int().min(2).max(12) }),
]);

export const DefineIncentive = z.strictObject({
  seriesId: id,
  name: line(40),
  condition: ConditionShape,
  award: line(200),
});
export const ChangeIncentive = z.strictObject({
  ruleId: id,
  version,
  name: line(40),
  condition: ConditionShape,
  award: line(200),
});
export const CloseIncentive = z.strictObject({ ruleId: id, version });

export const GrantAward = z.strictObject({ ruleId: id, editionId: id, memberId: id });
export const WithdrawAward = z.strictObject({
  awardId: id,
  reason: text(500).pipe(z.string().min(1, "required")),
});
