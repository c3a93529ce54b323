import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { HALT_STEPS } from "./halt-rules";
import { NOTICE_LEVELS } from "./notice-rules";

/** Empty words: the sentence is made from the light's own reason. */
const words = text(200).default("");
const tickets = z.array(z.string().max(2000)).max(20).default([]);

export const SendUrge = z.strictObject({ taskId: id, text: words });
export const SendUrges = z.strictObject({ taskIds: z.array(id).min(1).max(500), text: words });
export const SeeUrge = z.strictObject({ urgeId: id });
export const ReplyToUrge = z.strictObject({ urgeId: id, text: line(200) });

export const IssueNotice = z.strictObject({
  taskId: id,
  level: z.enum(NOTICE_LEVELS),
  reason: line(1000),
  demand: line(1000),
  replyDay: day,
  /** The notice that failed; null for the first rung. */
  afterId: id.nullable().default(null),
});
export const ReceiveNotice = z.strictObject({ noticeId: id, version });
export const ReplyToNotice = z.strictObject({ noticeId: id, version, text: line(2000), tickets });
export const SettleNotice = z.strictObject({ noticeId: id, version, reason: text(500).default("") });
export const WithdrawNotice = z.strictObject({ noticeId: id, version, reason: line(500) });

export const AskExtension = z.strictObject({ taskId: id, wantedDay: day, reason: line(1000) });
export const AnswerExtension = z.strictObject({
  extensionId: id,
  version,
  granted: z.boolean(),
  /** The day that is granted; left out, the one that was asked for. */
  day: day.optional(),
  /** True: rankings measure the task by the granted day. */
  exempt: z.boolean().default(false),
  text: text(1000).default(""),
});
export const WithdrawExtension = z.strictObject({ extensionId: id, version });

export const RevealSupervision = z.strictObject({ taskId: id });

export const AskHalt = z.strictObject({
  taskId: id,
  step: z.enum(HALT_STEPS),
  /** Until when it rests; left out where it ends. */
  untilDay: day.nullable().default(null),
  reason: line(1000),
});
export const AnswerHalt = z.strictObject({
  haltId: id,
  version,
  granted: z.boolean(),
  text: text(1000).default(""),
});
export const WithdrawHalt = z.strictObject({ haltId: id, version });
