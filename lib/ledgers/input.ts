import * as z from "zod";
import { LABELS } from "../board/rules";
import { day, id, line, text, version } from "../shapes";
import { COUNTINGS, FIELD_TYPES, RATE_COUNTS, RATE_OVERS } from "./rules";

/** Keys stay when names change: they stand in the data of every entry. */
const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
const many = <T extends z.ZodType>(one: T, most: number) => z.array(one).max(most);

export const FieldShape = z.strictObject({
  key,
  name: line(30),
  type: z.enum(FIELD_TYPES),
  choices: many(line(60), 50).optional(),
  required: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  unit: line(20).optional(),
});

export const StageShape = z.strictObject({
  key,
  name: line(30),
  writtenOff: z.boolean().default(false),
  asksEvidence: z.boolean().optional(),
  asksReason: z.boolean().optional(),
  days: z.int().positive().max(1000).optional(),
  tracks: many(key, 10).min(1).optional(),
});

export const TrackShape = z.strictObject({ key, name: line(30) });

export const RateShape = z.strictObject({
  key,
  name: line(30),
  counts: z.enum(RATE_COUNTS),
  stage: key.optional(),
  over: z.enum(RATE_OVERS).default("all"),
  overStage: key.optional(),
  target: z.number().min(0).max(100).optional(),
});

const definition = {
  name: line(60),
  /** What one entry is called: 户, 家, 件. */
  entryWord: line(10),
  label: z.enum(LABELS),
  counting: z.enum(COUNTINGS),
  fields: many(FieldShape, 30),
  stages: many(StageShape, 20).min(2),
  tracks: many(TrackShape, 10),
  rates: many(RateShape, 10),
  weight: z.number().min(0).max(1000),
};

export const DefineLedger = z.strictObject({
  taskId: id,
  ...definition,
  label: definition.label.default("open"),
  counting: definition.counting.default("all"),
  fields: definition.fields.default([]),
  tracks: definition.tracks.default([]),
  rates: definition.rates.default([]),
  weight: definition.weight.default(1),
});

export const ChangeLedger = z.strictObject({
  ledgerId: id,
  version,
  ...z.strictObject(definition).partial().shape,
  reason: text(500).default(""),
});

export const CloseLedger = z.strictObject({ ledgerId: id, version, reason: line(500) });

/** Values by the keys of the fields; what they may be is the ledger's to say. */
const data = z.record(key, text(2000));
const title = text(200);

const people = {
  unitId: id.nullable(),
  postId: id.nullable(),
  sponsorPostId: id.nullable(),
};
const weight = z.number().positive().max(100_000);

export const AddEntry = z.strictObject({
  ledgerId: id,
  code: line(60),
  title: title.default(""),
  data: data.default({}),
  /** Left out: the first stage of the track. */
  stage: key.optional(),
  track: key.nullable().default(null),
  weight: weight.default(1),
  unitId: people.unitId.default(null),
  postId: people.postId.default(null),
  sponsorPostId: people.sponsorPostId.default(null),
  /** Left out: today. */
  joinedOn: day.optional(),
});

export const EditEntry = z.strictObject({
  entryId: id,
  version,
  code: line(60).optional(),
  title: title.optional(),
  /** Only the fields that change; an empty text empties a field. */
  data: data.optional(),
  weight: weight.optional(),
  unitId: people.unitId.optional(),
  postId: people.postId.optional(),
  sponsorPostId: people.sponsorPostId.optional(),
  reason: text(500).default(""),
});

export const RemoveEntry = z.strictObject({
  entryId: id,
  version,
  reason: line(500),
  /** Left out: today. */
  day: day.optional(),
});
export const RestoreEntry = z.strictObject({ entryId: id, version, reason: text(500).default("") });

const named = {
  ledgerId: id,
  entries: z
    .array(z.strictObject({ entryId: id, version }))
    .min(1)
    .max(2000),
};
export const EditEntries = z.strictObject({
  ...named,
  unitId: people.unitId.optional(),
  postId: people.postId.optional(),
  sponsorPostId: people.sponsorPostId.optional(),
  reason: text(500).default(""),
});
export const RemoveEntries = z.strictObject({
  ...named,
  reason: line(500),
  /** Left out: today. */
  day: day.optional(),
});

const tickets = z.array(z.string().max(2000)).max(20).default([]);
const where = {
  stage: key.optional(),
  track: key.nullable().optional(),
  /** Left out: today. */
  day: day.optional(),
  reason: text(1000).default(""),
  tickets,
};

export const MoveEntry = z.strictObject({ entryId: id, version, ...where });
export const MoveEntries = z.strictObject({
  ledgerId: id,
  entries: z
    .array(z.strictObject({ entryId: id, version }))
    .min(1)
    .max(2000),
  ...where,
});
export const UndoMove = z.strictObject({ entryId: id, version, reason: line(1000) });

/** The table as it was pasted, with its head; the server reads it again. */
export const ImportEntries = z.strictObject({
  ledgerId: id,
  text: z.string().max(6_000_000),
  /** The day on which those that change their stage did so, where no column says it; left out: today. */
  day: day.optional(),
  reason: text(1000).default(""),
  /** What the preview said. Left out: the table must be without a fault. */
  expect: z
    .strictObject({
      added: z.int().nonnegative(),
      updated: z.int().nonnegative(),
      faults: z.int().nonnegative(),
    })
    .optional(),
});

const share = z.number().min(0).max(1);
/** plotId null takes the entry off the picture. */
export const PlaceEntry = z.strictObject({
  entryId: id,
  version,
  plotId: id.nullable(),
  x: share.nullable().default(null),
  y: share.nullable().default(null),
});

export const RevealEntry = z.strictObject({ entryId: id });
export const RecheckEntry = z.strictObject({
  entryId: id,
  version,
  passed: z.boolean(),
  note: text(1000).default(""),
  /** Left out: today. */
  day: day.optional(),
});

export const AddPlot = z.strictObject({ ledgerId: id, name: line(60), ticket: z.string().max(2000) });
export const RenamePlot = z.strictObject({ plotId: id, version, name: line(60) });
export const RemovePlot = z.strictObject({ plotId: id, version, reason: text(500).default("") });
