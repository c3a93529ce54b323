import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { REGISTER_KINDS } from "./kind-rules";
import { EVERY } from "./period-rules";

export const MOST_ROWS = 10_000;

const label = z.enum(["open", "internal", "sensitive"]);
const reason = text(500).default("");

export const AddRegister = z.strictObject({
  name: line(40),
  kind: z.enum(REGISTER_KINDS),
  /** What one of them is called: 家企业. */
  objectWord: line(10),
  label: label.default("open"),
});
export const ChangeRegister = z.strictObject({
  registerId: id,
  version,
  name: line(40).optional(),
  objectWord: line(10).optional(),
  label: label.optional(),
});
export const CloseRegister = z.strictObject({ registerId: id, version, reason });
export const FollowUnits = z.strictObject({ registerId: id });

export const AddObject = z.strictObject({
  registerId: id,
  code: line(40),
  name: line(80),
  unitId: id.nullable().default(null),
  postId: id.nullable().default(null),
  sponsorPostId: id.nullable().default(null),
  note: text(500).default(""),
  /** Today when left out. */
  activeFrom: day.optional(),
});
export const EditObject = z.strictObject({
  objectId: id,
  version,
  code: line(40).optional(),
  name: line(80).optional(),
  unitId: id.nullable().optional(),
  postId: id.nullable().optional(),
  sponsorPostId: id.nullable().optional(),
  note: text(500).optional(),
  activeFrom: day.optional(),
});
export const LeaveObject = z.strictObject({ objectId: id, version, on: day, reason });
export const RejoinObject = z.strictObject({ objectId: id, version });
export const RevealObject = z.strictObject({ objectId: id });

/** Code, name, unit, post, leader's post, first day, note: as one list each, because ten thousand must fit into one request. */
const ObjectRow = z.tuple([
  line(40),
  line(80),
  id.nullable(),
  id.nullable(),
  id.nullable(),
  day.nullable(),
  text(500),
]);
export const ImportObjects = z.strictObject({
  registerId: id,
  rows: z.array(ObjectRow).min(1).max(MOST_ROWS),
});

const acts = z.array(line(12)).min(1).max(12);
export const DefineDuty = z.strictObject({
  taskId: id,
  registerId: id,
  name: line(60),
  times: z.int().min(1).max(99),
  every: z.enum(EVERY),
  fromDay: day,
  toDay: day,
  acts,
  weight: z.number().min(0).max(1000).default(1),
});
export const ChangeDuty = z.strictObject({
  dutyId: id,
  version,
  name: line(60).optional(),
  times: z.int().min(1).max(99).optional(),
  every: z.enum(EVERY).optional(),
  fromDay: day.optional(),
  toDay: day.optional(),
  acts: acts.optional(),
  weight: z.number().min(0).max(1000).optional(),
});
export const CloseDuty = z.strictObject({ dutyId: id, version, reason });

export const LogVisit = z.strictObject({
  dutyId: id,
  objectId: id,
  day,
  act: line(12),
  note: text(500).default(""),
  /** Tickets of uploaded photos. */
  tickets: z.array(z.string().max(2000)).max(9).default([]),
});
/** Code of the object, day, what was done, note. */
const VisitRow = z.tuple([line(40), day, line(12), text(500)]);
export const LogVisits = z.strictObject({ dutyId: id, rows: z.array(VisitRow).min(1).max(MOST_ROWS) });
export const WithdrawVisit = z.strictObject({ visitId: id, reason: line(200) });
