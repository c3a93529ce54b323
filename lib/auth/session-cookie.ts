import { decode } from "next-auth/jwt";
import { realNow } from "../clock";
import { env } from "../env";

/** Secure cookies exactly where the product is reached through TLS. */
export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return isSecure() ? "__Host-guatu.session-token" : "guatu.session-token";
}

/** The session named by the sealed cookie of a request; null when there is none or it is not ours. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const sealed = cookieOf(headers.get("cookie") ?? "", sessionCookieName());
  if (sealed === null || sealed.length > 4096) return null;
  const known = opened.get(sealed);
  if (known && known.until > realNow().getTime()) return known.sid;
  const found = await unseal(sealed);
  if (found) remember(sealed, found);
  return found?.sid ?? null;
}

type Opened = { sid: string; until: number };

/** Opening a seal costs more than the whole question who it is, and gives the same each time until it expires. */
const opened = new Map<string, Opened>();
const OPENED_KEPT = 1000;

function remember(sealed: string, found: Opened): void {
  if (opened.size >= OPENED_KEPT) opened.clear();
  opened.set(sealed, found);
}

async function unseal(sealed: string): Promise<Opened | null> {
  try {
    const token = await decode({ token: sealed, secret: env().NEXTAUTH_SECRET });
    if (typeof token?.sid !== "string" || typeof token.exp !== "number") return null;
    return { sid: token.sid, until: token.exp * 1000 };
  } catch {
    return null;
  }
}

function cookieOf(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
