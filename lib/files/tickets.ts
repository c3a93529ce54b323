import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import type { Tx } from "../db";
import { env } from "../env";
import { Refused } from "../errors";
import { lockContent } from "./queries";
import { holds } from "./store";

/** What an upload answers: the file, bound to who uploaded it, so that nobody attaches what is not theirs by its hash. */
const Ticket = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(400),
  mime: z.string().min(1).max(200),
  size: z.int().positive(),
  hasThumb: z.boolean(),
  accountId: z.int().nullable(),
  exp: z.int(),
});
export type StoredFile = Omit<z.infer<typeof Ticket>, "accountId" | "exp">;

const VALID_MS = 24 * 3_600_000;

// A key of its own: what is signed here can never pass for a session, nor a session for a ticket.
function macOf(body: string): Buffer {
  const key = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "guatu file ticket", 32);
  return createHmac("sha256", Buffer.from(key)).update(body).digest();
}

export function makeTicket(file: StoredFile, actor: Actor): string {
  const ticket = { ...file, accountId: actor.accountId, exp: realNow().getTime() + VALID_MS };
  const body = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${body}.${macOf(body).toString("base64url")}`;
}

/** The file behind a ticket of this person's; its content stays in the store until the transaction ends.
 * @throws Refused when it is forged, too old, somebody else's, or its content is gone */
export async function readTicket(ticket: string, actor: Actor, tx: Tx): Promise<StoredFile> {
  const { accountId, exp, ...file } = openTicket(ticket);
  if (accountId !== actor.accountId || exp < realNow().getTime()) throw new Refused("ticketInvalid");
  await lockContent(tx, file.sha256, "shared");
  if (!(await holds(file.sha256, file.size))) throw new Refused("ticketInvalid");
  return file;
}

function openTicket(ticket: string): z.infer<typeof Ticket> {
  const [body = "", mac = "", ...rest] = ticket.split(".");
  const given = Buffer.from(mac, "base64url");
  const wanted = macOf(body);
  const genuine = given.length === wanted.length && timingSafeEqual(given, wanted) && rest.length === 0;
  if (!genuine) throw new Refused("ticketInvalid");
  return Ticket.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
}
