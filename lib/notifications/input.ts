import * as z from "zod";
import { id, text, version } from "../shapes";
import { CHANNELS, CHOSEN_KINDS } from "./kind-rules";

const minute = z.int().min(0).max(1439);
/** A mail address; the local part as people write it, the domain with a dot. */
const mail = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;:"()[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, "mailAddress");

export const SeeInbox = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);

export const SetPreference = z.strictObject({
  /** 0 before the first choice. */
  version: z.int().min(0),
  kinds: z.partialRecord(z.enum(CHOSEN_KINDS as [string, ...string[]]), z.array(z.enum(CHANNELS)).max(4)),
  quietFrom: minute.nullable(),
  quietTo: minute.nullable(),
  digestAt: minute.nullable(),
  mail: mail.nullable(),
});

export const SetOutlet = z.strictObject({
  channel: z.enum(CHANNELS),
  /** 0 before it is set for the first time. */
  version: z.int().min(0),
  /** A robot's webhook, or `smtps://user@host:465`; left out: as it was. */
  address: text(2000).optional(),
  /** The robot's signing key or the mail account's password; null for none; left out: as it was. */
  secret: text(500).nullable().optional(),
  /** The address in the From line of mails. */
  sender: mail.or(z.literal("")).default(""),
  enabled: z.boolean(),
});

export const TestOutlet = z.strictObject({ channel: z.enum(CHANNELS), version });
export const RetryDeliveries = z.strictObject({ deliveryIds: z.array(id).min(1).max(500) });
export const Nothing = z.strictObject({});
