import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { inScope } from "../api";
import { Forbidden } from "../errors";
import type { Actor } from "./permissions";
import { actorOfSession, actorOfToken } from "./queries";
import { sessionIdOf } from "./session-cookie";

type Touch = { touch: boolean };

/**
 * Who sends this request, by session cookie or by `Authorization: Bearer gt_…`; null when nobody is signed in.
 * @throws Forbidden when a token that does not cover reading is used to read
 * @param touch false for what a page does by itself (streams, polling), so that an abandoned page goes idle
 */
export async function actorOfRequest(request: Request | Headers, { touch }: Touch): Promise<Actor | null> {
  const sent = request instanceof Headers ? request : request.headers;
  const authorization = sent.get("authorization");
  if (authorization !== null) {
    const script = await actorOfBearer(authorization);
    const isReading = request instanceof Request && request.method !== "POST";
    if (script && isReading && !inScope(script.scopes, "read")) throw new Forbidden("read");
    return script;
  }
  const sessionId = await sessionIdOf(sent);
  return sessionId === null ? null : actorOfSession(sessionId, { touch });
}

async function actorOfBearer(authorization: string): Promise<Actor | null> {
  const token = /^Bearer (gt_[\w-]{20,80})$/.exec(authorization)?.[1];
  return token === undefined ? null : actorOfToken(token);
}

const readActor = cache(async (): Promise<Actor | null> => {
  const sent = await headers();
  // A page fetched ahead of a click is not something that the person did.
  return actorOfRequest(new Headers(sent), { touch: sent.get("next-router-prefetch") === null });
});

/** Who looks at this page, or null: for pages that are shown to everybody. */
export async function actorOrNull(): Promise<Actor | null> {
  const actor = await readActor();
  // A token opens the door of commands and reads, never pages.
  return actor?.sessionId ? actor : null;
}

/** Who looks at this page; sends everybody else to sign in, and those whose password is due to change it. */
export async function currentActor(): Promise<Actor> {
  const actor = await actorOrNull();
  if (!actor) redirect(await signInPath());
  if (actor.mustChangePassword) redirect("/settings/password");
  return actor;
}

/** The same for the page where the password is changed. */
export async function actorChangingPassword(): Promise<Actor> {
  const actor = await actorOrNull();
  if (!actor) redirect("/sign-in");
  return actor;
}

async function signInPath(): Promise<string> {
  const path = (await headers()).get("x-guatu-path");
  return path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in";
}
