import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { SOURCE_KEYS } from "./rules";

const Metric = z.strictObject({
  source: z.enum(SOURCE_KEYS),
  name: line(30),
  weight: z.number().positive().max(1000),
  /** Empty: every ledger. */
  ledgerIds: z.array(id).max(50).default([]),
  /** The stage that counts as reached; only for the source `stage`. */
  stage: text(60).default(""),
  /** With fewer tasks, check-ins or entries the metric is left out; null: the source's own. */
  least: z.int().min(1).max(9999).nullable().default(null),
});
export type MetricInput = z.infer<typeof Metric>;

const Member = z.strictObject({
  /** Left out for a new member. */
  memberId: id.optional(),
  /** The unit or post, as the kind of the series says. */
  subjectId: id,
  group: text(30).default(""),
  activeFrom: day,
  activeTo: day.nullable().default(null),
});
export type MemberInput = z.infer<typeof Member>;

const label = z.enum(["open", "internal", "sensitive"]);
const metrics = z.array(Metric).min(1, "required").max(12);
const members = z.array(Member).max(500);

export const DefineSeries = z.strictObject({
  name: line(40),
  kind: z.enum(["units", "posts"]),
  label: label.default("open"),
  note: text(500).default(""),
  taskId: id.nullable().default(null),
  metrics,
  members: members.default([]),
});
export const ChangeSeries = z.strictObject({
  seriesId: id,
  version,
  name: line(40).optional(),
  label: label.optional(),
  note: text(500).optional(),
  taskId: id.nullable().optional(),
  metrics: metrics.optional(),
  /** All members; those that are left out leave the series, unless an edition names them. */
  members: members.optional(),
});
export const CloseSeries = z.strictObject({ seriesId: id, version, reason: text(500).default("") });

const reason = text(500).pipe(z.string().min(1, "required"));
export const GrantExemption = z.strictObject({
  seriesId: id,
  memberId: id,
  subjectType: z.enum(["task", "entry"]),
  subjectId: id,
  reason,
});
export const WithdrawExemption = z.strictObject({ exemptionId: id, reason });

export const FreezeEdition = z.strictObject({
  seriesId: id,
  title: text(60).default(""),
  fromDay: day,
  note: text(500).default(""),
  /** The mark of the table that was looked at; when the figures have moved since, nothing is frozen. */
  seen: text(64).optional(),
});

const said = text(2000).pipe(z.string().min(1, "required"));
export const AddAppeal = z.strictObject({ editionId: id, memberId: id, text: said });
export const AnswerAppeal = z.strictObject({ appealId: id, version, answer: said });
