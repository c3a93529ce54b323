import * as z from "zod";
import { day, id, line, text, version } from "../shapes";

/** Since a day, or since the meeting before: one of the two. */
export const OpenMeeting = z
  .strictObject({
    title: line(120),
    heldOn: day.optional(),
    sinceDay: day.optional(),
    sinceMeetingId: id.optional(),
  })
  .refine((input) => (input.sinceDay === undefined) !== (input.sinceMeetingId === undefined), {
    path: ["sinceDay"],
    message: "required",
  });

export const CloseMeeting = z.strictObject({ meetingId: id, version });
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

const where = { meetingId: id, aboutTaskId: id.nullable().default(null) };
const said = text(2000).pipe(z.string().min(1, "required"));

export const AddOutcome = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("decision"), text: said, ...where }),
  z.strictObject({ kind: z.literal("note"), text: said, ...where }),
  z.strictObject({
    kind: z.literal("assignment"),
    text: text(2000).default(""),
    task: Assigned,
    ...where,
  }),
]);
