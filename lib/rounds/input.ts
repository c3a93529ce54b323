import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { ASKED_STATUSES, ROUND_WHO } from "./rules";

const ids = z.array(id).max(500);
const scope = z.strictObject({
  sectionIds: ids.default([]),
  unitIds: ids.default([]),
  statuses: z.array(z.enum(ASKED_STATUSES)).max(ASKED_STATUSES.length).default([]),
});
const whole = { sectionIds: [], unitIds: [], statuses: [] };
const graceDays = z.int().min(0).max(60).default(0);
const asked = {
  graceDays,
  scope: scope.default(whole),
  who: z.enum(ROUND_WHO).default("owner"),
  instructions: text(2000).default(""),
};

export const OpenRound = z.strictObject({
  title: line(120),
  periodFrom: day,
  periodTo: day,
  windowFrom: day,
  windowTo: day,
  ...asked,
});
export const EditRound = z.strictObject({
  roundId: id,
  version,
  title: line(120),
  windowTo: day,
  graceDays,
  instructions: text(2000),
});
export const CloseRound = z.strictObject({ roundId: id, version });
export const ExcuseOwed = z.strictObject({
  owedId: id,
  /** null asks for the report again. */
  reason: line(200).nullable(),
});

const rule = {
  name: line(60),
  every: z.enum(["week", "month"]),
  weekday: z.int().min(1).max(7).nullable().default(null),
  monthDay: z.int().min(1).max(31).nullable().default(null),
  windowDays: z.int().min(0).max(31),
  ...asked,
};
export const DefineRoundRule = z.strictObject(rule);
export const EditRoundRule = z.strictObject({ ruleId: id, version, ...rule });
export const CloseRoundRule = z.strictObject({ ruleId: id, version });
export const RunRoundRule = z.strictObject({ ruleId: id });

/** What a browser keeps under one key: a form half filled in. */
const DRAFT_CHARS = 40_000;
export const SaveDraft = z.strictObject({
  key: z.string().regex(/^[\w:.-]{1,120}$/),
  /** null forgets the draft. */
  value: z
    .json()
    .nullable()
    .refine((value) => JSON.stringify(value).length <= DRAFT_CHARS, "tooLong"),
});

export const MakeReportLink = z.strictObject({
  roundId: id,
  accountId: id,
  days: z.int().min(1).max(31).default(7),
});
export const RevokeReportLink = z.strictObject({ linkId: id });
export const UseReportLink = z.strictObject({});
export const DrawRounds = z.strictObject({});
