import { inScope } from "../api";
import { Turned } from "../door";
import { Forbidden } from "../errors";
import type { Actor } from "./permissions";
import { actorOfLink, actorOfSession, actorOfToken } from "./queries";
import { sessionIdOf } from "./session-cookie";

type Touch = { touch: boolean };

/**
 * Who sends this request, by session cookie, by `Authorization: Bearer gt_…` or by a report link (`gl_…`); null when nobody is signed in.
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

/** Who reads here, as every route but the door itself asks it. @throws Turned when nobody is signed in, or the password must be changed first */
export async function readerOf(request: Request, touch: Touch = { touch: false }): Promise<Actor> {
  const actor = await actorOfRequest(request, touch);
  if (!actor) throw new Turned({ status: 401, code: "signedOut" });
  if (actor.mustChangePassword) throw new Turned({ status: 423, code: "mustChangePassword" });
  return actor;
}

async function actorOfBearer(authorization: string): Promise<Actor | null> {
  const token = /^Bearer (g[tl]_[\w-]{20,80})$/.exec(authorization)?.[1];
  if (token === undefined) return null;
  return token.startsWith("gl_") ? ((await actorOfLink(token))?.actor ?? null) : actorOfToken(token);
}
