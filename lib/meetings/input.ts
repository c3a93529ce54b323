import * as z from "zod";
import { day, id, line, text, version } from "../shapes";
import { VERIFY_METHODS } from "../tasks/rules";
import { BUILT_KINDS } from "./agenda-rules";
import { PRESENCES } from "./rules";
import { EVERY } from "./series-rules";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "required");
const minutes = z.int().min(5).max(1440);
const itemMinutes = z.int().min(0).max(1440);
const posts = z.array(id).max(300);
const place = text(120);

/** Since a day, or since the meeting before: one of the two. A prepared meeting is named and needs neither: it begins where its series stopped. */
export const OpenMeeting = z
  .strictObject({
    meetingId: id.optional(),
    version: version.optional(),
    title: line(120).optional(),
    seriesId: id.optional(),
    heldOn: day.optional(),
    sinceDay: day.optional(),
    sinceMeetingId: id.optional(),
  })
  .superRefine((input, ctx) => {
    const miss = (field: string) => ctx.addIssue({ code: "custom", path: [field], message: "required" });
    const given = [input.sinceDay, input.sinceMeetingId].filter((since) => since !== undefined).length;
    if (given > 1 || (given === 0 && input.meetingId === undefined)) miss("sinceDay");
    if (input.meetingId === undefined && input.title === undefined) miss("title");
    if (input.meetingId !== undefined && input.version === undefined) miss("version");
  });

/** What is left out is as the series says. */
export const PlanMeeting = z.strictObject({
  seriesId: id.nullable().default(null),
  title: line(120).optional(),
  heldOn: day.optional(),
  startTime: time.optional(),
  minutes: minutes.optional(),
  place: place.optional(),
  chairPostId: id.nullable().default(null),
  recorder: text(40).default(""),
  postIds: posts.optional(),
});

export const EditMeeting = z.strictObject({
  meetingId: id,
  version,
  title: line(120).optional(),
  heldOn: day.optional(),
  startTime: time.optional(),
  minutes: minutes.optional(),
  place: place.optional(),
  chairPostId: id.nullable().optional(),
  recorder: text(40).optional(),
});

export const TurnMeeting = z.strictObject({ meetingId: id, version });
export const ReopenMeeting = z.strictObject({ meetingId: id, version, reason: text(500).default("") });

/** What an assignment of the meeting becomes at once. */
const Assigned = z.strictObject({
  title: line(200),
  sectionId: id,
  /** Left out: the unit of the post. */
  leadUnitId: id.optional(),
  ownerPostId: id,
  sponsorPostId: id.nullable().default(null),
  dueDay: day,
});

const where = {
  meetingId: id,
  agendaItemId: id.nullable().default(null),
  aboutTaskId: id.nullable().default(null),
};
const said = text(2000).pipe(z.string().min(1, "required"));
const words = text(2000).default("");

/** What an instruction of the meeting becomes; the text is the outcome's, the task the one that it is about. */
const Instructed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("note") }),
  z.strictObject({
    kind: z.literal("task"),
    toPostId: id.optional(),
    sectionId: id.optional(),
    title: line(200).optional(),
    dueDay: day.optional(),
    pace: z.enum(["ordinary", "hard"]).optional(),
  }),
]);

export const AddOutcome = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("decision"), text: said, ...where }),
  z.strictObject({ kind: z.literal("note"), text: said, ...where }),
  z.strictObject({ kind: z.literal("assignment"), text: words, task: Assigned, ...where }),
  z.strictObject({
    kind: z.literal("extension"),
    text: words,
    extensionId: id,
    version,
    granted: z.boolean().default(true),
    day: day.optional(),
    exempt: z.boolean().default(false),
    ...where,
  }),
  z.strictObject({
    kind: z.literal("closing"),
    text: words,
    version,
    method: z.enum(VERIFY_METHODS),
    ...where,
  }),
  z.strictObject({ kind: z.literal("instruction"), text: said, instruction: Instructed, ...where }),
]);

const TemplateLine = z.union([
  z.strictObject({ kind: z.enum(BUILT_KINDS), minutes: itemMinutes.optional() }),
  z.strictObject({ title: line(120), minutes: itemMinutes }),
]);

const series = {
  name: line(60),
  note: text(500).default(""),
  every: z.enum(EVERY).nullable().default(null),
  weekday: z.int().min(1).max(7).nullable().default(null),
  monthDay: z.int().min(1).max(31).nullable().default(null),
  startTime: time.default("09:00"),
  minutes: minutes.default(60),
  place: place.default(""),
  template: z.array(TemplateLine).max(40).default([]),
  order: z.int().min(0).max(1000).default(0),
  postIds: posts.default([]),
};
export const AddSeries = z.strictObject(series);
export const EditSeries = z.strictObject({ seriesId: id, version, ...series });
export const CloseSeries = z.strictObject({ seriesId: id, version });

const matter = {
  title: line(200),
  taskId: id.nullable().default(null),
  reason: text(500).default(""),
  minutes: itemMinutes.optional(),
};
export const BuildAgenda = z.strictObject({ meetingId: id });
export const AddItem = z.strictObject({ meetingId: id, ...matter });
export const ProposeItem = z.strictObject({ seriesId: id, ...matter });
export const WithdrawItem = z.strictObject({ itemId: id, version });
export const EditItem = z.strictObject({
  itemId: id,
  version,
  title: line(200).optional(),
  minutes: itemMinutes.optional(),
  record: text(10_000).optional(),
  state: z.enum(["waiting", "discussed", "dropped"]).optional(),
});
/** Behind another item; null puts it first. */
export const OrderItem = z.strictObject({ itemId: id, version, afterId: id.nullable() });
export const CarryItem = z.strictObject({
  itemId: id,
  version,
  to: z.enum(["next", "backlog"]),
  /** True: it stays here as well. */
  copy: z.boolean().default(false),
});
export const TakeItem = z.strictObject({ itemId: id, version, meetingId: id });
export const SpendTime = z.strictObject({ itemId: id, seconds: z.int().min(1).max(86_400) });

export const SetAttendance = z.strictObject({
  meetingId: id,
  rows: z
    .array(
      z.strictObject({
        postId: id,
        presence: z.enum(PRESENCES).nullable().default(null),
        note: text(100).default(""),
      }),
    )
    .max(300)
    .default([]),
  remove: posts.default([]),
});

/** Where the one who presents is: the slide by a name that holds while the agenda changes. */
export const Step = z.strictObject({
  slide: line(200),
  itemId: id.nullable(),
  elapsedSeconds: z.number().min(0).max(86_400),
  running: z.boolean(),
  /** The screen that tells it, by a name that the page gave itself. */
  screen: text(40).default(""),
  /** True: it leads from now on, whoever did until now. */
  take: z.boolean().default(false),
  /** True: it leads no longer. */
  ends: z.boolean().default(false),
});
