import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./permissions";
import { actorOfRequest } from "./request-actor";

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
