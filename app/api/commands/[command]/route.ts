import { RateLimiterMemory } from "rate-limiter-flexible";
import { inScope } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { actorOfRequest } from "@/lib/auth/request-actor";
import { COMMANDS, runCommand } from "@/lib/commands";
import { answerProblem, checkOrigin, readJson, Turned } from "@/lib/door";
import { env } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { getSettings } from "@/lib/settings/queries";
import { playSample } from "./sample";

export const dynamic = "force-dynamic";

/** Made at the first command: while the pages are built there is no environment. */
let limiter: RateLimiterMemory | undefined;
/** The commands that nobody is signed in for: a one-time token stands in for the person. */
const UNSIGNED = new Set(["setup.finish", "setup.fillSample"]);
const NOBODY: Actor = {
  accountId: null,
  personId: null,
  name: "初始设置",
  roles: [],
  postIds: [],
  unitIds: [],
  headUnitIds: [],
};

type Context = { params: Promise<{ command: string }> };

/** The one door for every write. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const { command: name } = await params;
    checkOrigin(request);
    const actor = await whoKnocks(request, name);
    const source = request.headers.get("x-guatu-source") ?? "unknown";
    await slowDown(actor.accountId === null ? source : `account ${actor.accountId}`);
    if (!inScope(actor.scopes, name)) throw new Forbidden(name);
    const input = await readJson(request, name);
    await getSettings();
    if (name === "setup.fillSample") await playSample(input);
    const answer = await runCommand(name, actor, input, { key: keyOf(request), source });
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}

async function whoKnocks(request: Request, name: string): Promise<Actor> {
  if (UNSIGNED.has(name)) return NOBODY;
  const actor = await actorOfRequest(request, { touch: true });
  if (!actor) throw new Turned({ status: 401, code: "signedOut" });
  const mayRun = name === "account.changePassword" || name === "session.end";
  if (actor.mustChangePassword && !mayRun) throw new Turned({ status: 423, code: "mustChangePassword" });
  if (!COMMANDS.has(name)) throw new Turned({ status: 404, code: "notFound" });
  return actor;
}

async function slowDown(who: string): Promise<void> {
  limiter ??= new RateLimiterMemory({ points: env().GUATU_COMMANDS_PER_MINUTE, duration: 60 });
  try {
    await limiter.consume(who);
  } catch (refused) {
    const wait = Math.ceil(((refused as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000);
    throw new Turned({
      status: 429,
      code: "tooFast",
      detail: { seconds: wait },
      headers: { "retry-after": String(wait) },
    });
  }
}

function keyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\w-]{8,80}$/.test(key)) throw new Turned({ status: 400, code: "badKey" });
  return key;
}
