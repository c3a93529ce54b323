import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { run } from "../api";
import { actorOfSession } from "../auth/queries";
import { safeNext } from "../auth/rules";
import { isSecure, sessionCookieName } from "../auth/session-cookie";
import { env } from "../env";
import { Refused } from "../errors";
import { log } from "../log";
import { endSession } from "../sessions/commands";
import {
  accountOfSubject,
  type From,
  hasProvider,
  refuseSubject,
  signInWithPassword,
  signInWithSubject,
} from "./enter";

declare module "next-auth" {
  interface User {
    sid?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** How next-auth serves one request, which came from `from`. */
export function authOptions(from: From): NextAuthOptions {
  const secure = isSecure();
  const cookie = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: env().GUATU_ABSOLUTE_HOURS * 3600 },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookie } },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(from), ...(hasProvider() ? [identityProvider()] : [])],
    callbacks: callbacksFor(from),
    events: { signOut: ({ token }) => endSigned(token?.sid, from) },
    // Its messages may hold what people typed.
    logger: { error: (code) => log.warn({ code }, "sign-in"), warn: () => undefined, debug: () => undefined },
  };
}

function passwordProvider(from: From) {
  return CredentialsProvider({
    credentials: { name: {}, password: { type: "password" } },
    async authorize(sent) {
      const signedIn = await signInWithPassword(sent?.name, sent?.password, from).catch(toCode);
      return signedIn && { id: String(signedIn.accountId), sid: signedIn.sessionId };
    },
  });
}

// next-auth hands the message of an error to the page; ours are codes and a number.
function toCode(error: unknown): never {
  if (error instanceof Refused) throw new Error([error.code, ...Object.values(error.detail)].join(":"));
  log.error({ error: error instanceof Error ? error.stack : String(error) }, "sign-in failed");
  throw new Error("unexpected");
}

function identityProvider(): NextAuthOptions["providers"][number] {
  const { OIDC_ISSUER = "", OIDC_CLIENT_ID = "", OIDC_CLIENT_SECRET = "" } = env();
  return {
    id: "oidc",
    name: "OIDC",
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    // Nothing but the subject is taken over: addresses and names of the provider identify nobody here.
    profile: ({ sub }: { sub: string }) => ({ id: sub }),
  };
}

function callbacksFor(from: From): NonNullable<NextAuthOptions["callbacks"]> {
  return {
    async signIn({ user, account }) {
      if (account?.provider !== "oidc") return typeof user.sid === "string";
      if (await accountOfSubject(String(user.id))) return true;
      await refuseSubject(String(user.id), from);
      return false;
    },
    async jwt({ token, user, account }) {
      if (account?.provider === "oidc") {
        const signedIn = await signInWithSubject(String(user.id), from);
        if (!signedIn) throw new Error("unknown subject");
        return { sub: String(signedIn.accountId), sid: signedIn.sessionId };
      }
      if (account) return { sub: user.id, ...(user.sid !== undefined && { sid: user.sid }) };
      const alive = token.sid !== undefined && (await actorOfSession(token.sid, { touch: false }));
      if (!alive || !token.sid) throw new Error("the session has ended");
      return { ...(token.sub !== undefined && { sub: token.sub }), sid: token.sid };
    },
    // Who somebody is stays between the cookie and the server.
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
  };
}

/** The path of an address on our own pages; `/` for any other. */
function ownPath(url: string, baseUrl: string): string {
  if (url.startsWith("/")) return safePath(url);
  if (!URL.canParse(url)) return "/";
  const target = new URL(url);
  if (target.origin !== new URL(baseUrl).origin || target.username || target.password) return "/";
  return safePath(`${target.pathname}${target.search}${target.hash}`);
}

function safePath(path: string): string {
  return path === "/sign-in" ? path : safeNext(path);
}

async function endSigned(sid: string | undefined, from: From): Promise<void> {
  const actor = sid === undefined ? null : await actorOfSession(sid, { touch: false });
  if (actor) await run(endSession, actor, {}, { source: from.source });
}
