import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

/** Secrets that must be used again are kept sealed with the installation's key: a copy of the database alone does not open them. */

const CIPHER = "aes-256-gcm";
const VERSION = "s1";

function key(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "guatu", purpose, 32));
}

/** @param purpose what the secret is for; one sealed for another purpose does not open */
export function seal(text: string, purpose: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key(purpose), iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

/** @returns null when it was sealed with another key or for another purpose, or was changed */
export function unseal(sealed: string, purpose: string): string | null {
  const [version, iv = "", tag = "", body = ""] = sealed.split(".");
  if (version !== VERSION) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key(purpose), Buffer.from(iv, "base64url"));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return decipher.update(Buffer.from(body, "base64url"), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
