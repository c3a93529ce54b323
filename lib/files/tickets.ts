import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Actor } from "../auth/permissions";
import { realNow } from "../clock";
import { env } from "../env";
import { Refused } from "../errors";

/** What an upload answers: the file, bound to who uploaded it, so that nobody attaches what is not theirs by its hash. */
const Ticket = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  mime: z.string().min(1).max(200),
  size: z.int().positive(),
  hasThumb: z.boolean(),
  accountId: z.int().nullable(),
  exp: z.int(),
});
export type StoredFile = Omit<z.infer<typeof Ticket>, "accountId" | "exp">;

const VALID_MS = 24 * 3_600_000;

function macOf(body: string): Buffer {
  return createHmac("sha256", `file ticket ${env().NEXTAUTH_SECRET}`).update(body).digest();
}

export function makeTicket(file: StoredFile, actor: Actor): string {
  const ticket = { ...file, accountId: actor.accountId, exp: realNow().getTime() + VALID_MS };
  const body = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${body}.${macOf(body).toString("base64url")}`;
}

/** The file behind a ticket of this person's. @throws Refused when it is forged, too old or somebody else's */
export async function readTicket(ticket: string, actor: Actor): Promise<StoredFile> {
  const [body = "", mac = ""] = ticket.split(".");
  const given = Buffer.from(mac, "base64url");
  const wanted = macOf(body);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Refused("ticketInvalid");
  const { accountId, exp, ...file } = Ticket.parse(
    JSON.parse(Buffer.from(body, "base64url").toString("utf8")),
  );
  if (accountId !== actor.accountId || exp < realNow().getTime()) throw new Refused("ticketInvalid");
  return file;
}
