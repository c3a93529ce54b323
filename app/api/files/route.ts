import { RateLimiterMemory } from "rate-limiter-flexible";
import { inScope } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem, checkOrigin, Turned } from "@/lib/door";
import { env } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { Aborted } from "@/lib/files/chunks";
import { keepUpload, type Upload } from "@/lib/files/upload";
import { UploadRefused } from "@/lib/files/upload-refused";
import { wordsOf } from "@/lib/wordings";

export const dynamic = "force-dynamic";

// An upload costs more than a command, and a person who attaches many files still stays below.
const SHARE = 0.4;
let limiter: RateLimiterMemory | undefined;

/** Takes one file as the bare body and answers a ticket, with which a command attaches it. */
export async function POST(request: Request): Promise<Response> {
  try {
    checkOrigin(request);
    const actor = await whoUploads(request);
    await slowDown(actor);
    return Response.json(await keepUpload(actor, uploadOf(request)), {
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    if (error instanceof UploadRefused) return answerRefusal(error, request);
    if (error instanceof Aborted) return new Response(null, { status: 400 });
    return answerProblem(error, request);
  }
}

async function whoUploads(request: Request): Promise<Actor> {
  const actor = await readerOf(request, { touch: true });
  if (!inScope(actor.scopes, "file.upload")) throw new Forbidden("file.upload");
  return actor;
}

function uploadOf(request: Request): Upload {
  // A form could send other types from elsewhere without asking first.
  if (request.headers.get("content-type") !== "application/octet-stream")
    throw new Turned({ status: 415, code: "malformed" });
  const length = request.headers.get("content-length");
  return {
    body: request.body,
    name: request.headers.get("x-file-name"),
    declared: length === null ? null : Number(length),
    signal: request.signal,
  };
}

async function slowDown(actor: Actor): Promise<void> {
  try {
    limiter ??= new RateLimiterMemory({
      points: Math.ceil(env().GUATU_COMMANDS_PER_MINUTE * SHARE),
      duration: 60,
    });
    await limiter.consume(`account ${actor.accountId}`);
  } catch (refused) {
    const wait = Math.ceil(((refused as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000);
    const headers = { "retry-after": String(wait) };
    throw new Turned({ status: 429, code: "tooFast", detail: { seconds: wait }, headers });
  }
}

async function answerRefusal(refused: UploadRefused, request: Request): Promise<Response> {
  const { code, status, detail } = refused;
  const t = await wordsOf(request, "files");
  const body = { type: "about:blank", title: t(`refused.${code}`, detail), status, code, ...detail };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
  });
}
