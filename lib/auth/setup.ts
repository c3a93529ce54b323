import { createHash, randomBytes } from "node:crypto";
import { prisma } from "../db";

/**
 * Makes a new one-time link for the first accounts; an older one ends with it.
 * @returns the token for the link, 32 random bytes as base64url; only its SHA-256 is kept
 */
export async function renewSetupLink(): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const link = { hash: setupHash(token), usedAt: null };
  await prisma().setupLink.upsert({ where: { id: 1 }, create: { id: 1, ...link }, update: link });
  return token;
}

/** What is kept of a set-up token: SHA-256 in hexadecimal. */
export function setupHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
