import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { realNow } from "../clock";
import { prisma, type Tx } from "../db";

/** Hours for which a set-up link can be used; every start of the server makes a new one while no account exists. */
const LINK_HOURS = 24;
/** Minutes after its use for which it still vouches for the rest of the set-up. */
const AFTER_MINUTES = 60;

/**
 * Makes a new one-time link for the first accounts; an older one ends with it.
 * @returns the token for the link, 32 random bytes as base64url; only its SHA-256 is kept
 */
export async function renewSetupLink(): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const link = { hash: setupHash(token), usedAt: null, createdAt: realNow() };
  await prisma().setupLink.upsert({ where: { id: 1 }, create: { id: 1, ...link }, update: link });
  return token;
}

/** What is kept of a set-up token: SHA-256 in hexadecimal. */
function setupHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

type LinkState = "open" | "used" | "over";

/** What a set-up token is good for now: `used` within the hour after its use, `over` for every other one. */
export async function stateOfLink(token: string, tx: Tx = prisma()): Promise<LinkState> {
  const [link, accounts] = [await tx.setupLink.findUnique({ where: { id: 1 } }), await tx.account.count()];
  if (!link || !isHashOf(link.hash, token)) return "over";
  const now = realNow().getTime();
  if (link.usedAt !== null) return now - link.usedAt.getTime() < AFTER_MINUTES * 60_000 ? "used" : "over";
  return accounts === 0 && now - link.createdAt.getTime() < LINK_HOURS * 3_600_000 ? "open" : "over";
}

function isHashOf(kept: string, token: string): boolean {
  const [a, b] = [Buffer.from(kept), Buffer.from(setupHash(token))];
  return a.length === b.length && timingSafeEqual(a, b);
}
