import { decode } from "next-auth/jwt";
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
  try {
    const token = await decode({ token: sealed, secret: env().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
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
