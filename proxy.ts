import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/content-security-policy";

/** A link under `/r` or `/calendar` carries its own right: one person, one round or one calendar. */
const OPEN_PAGES = ["/sign-in", "/setup", "/public", "/calendar", "/r"];

/**
 * Gives each page its nonce and leads people without a session to the sign-in page. It authorises nothing:
 * every query and command asks for itself, and all of them answer the same without this file.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (!isOpen(pathname) && !hasSession(request)) {
    const target = request.nextUrl.clone();
    target.pathname = "/sign-in";
    target.search = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(target);
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    development: process.env.NODE_ENV === "development",
    frameAncestors: process.env.GUATU_FRAME_ANCESTORS ?? "",
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where to come back to after signing in again.
  headers.set("x-guatu-path", pathname + search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

function isOpen(pathname: string): boolean {
  return OPEN_PAGES.some((page) => pathname === page || pathname.startsWith(`${page}/`));
}

function hasSession(request: NextRequest): boolean {
  return request.cookies.getAll().some((cookie) => cookie.name.endsWith("guatu.session-token"));
}

// Answers of the interface never pass here: a proxy would copy upload bodies, and their policy is fixed (next.config.js).
export const config = { matcher: ["/((?!api/|_next/|icon.svg|favicon.ico).*)"] };
