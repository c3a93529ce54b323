import { inScope } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { runCommand } from "@/lib/commands";
import { answerProblem, Turned } from "@/lib/door";
import { Forbidden, NotFound } from "@/lib/errors";
import { isKnownMime } from "@/lib/files/kind-rules";
import { attachmentHeader } from "@/lib/files/name-rules";
import { type EvidenceFile, getEvidence, isSecret } from "@/lib/files/queries";
import { streamFile } from "@/lib/files/read-content";
import { contentPath, holds, holdsThumb, thumbPath } from "@/lib/files/store";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

// Whatever a file contains, opened as a page it runs nothing, and no other page may read or embed it.
const CAGE = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, no-store",
};

/** A file of evidence as a download, or with `?thumb=1` its small picture. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const wantsThumb = new URL(request.url).searchParams.get("thumb") === "1";
    const actor = await whoReads(request, !wantsThumb);
    const found = await getEvidence(actor, idOf((await params).id));
    if (wantsThumb) return await answerThumb(found.file, isSecret(found));
    if (isSecret(found)) await recordOpening(request, actor, found.file);
    return await answerFile(found.file);
  } catch (error) {
    return answerProblem(error, request);
  }
}

async function whoReads(request: Request, touch: boolean): Promise<Actor> {
  const actor = await readerOf(request, { touch });
  if (!inScope(actor.scopes, "evidence.open")) throw new Forbidden("evidence.open");
  return actor;
}

function idOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound(`evidence ${text}`);
  return Number(text);
}

async function recordOpening(request: Request, actor: Actor, file: EvidenceFile): Promise<void> {
  const source = request.headers.get("x-guatu-source") ?? "unknown";
  await runCommand("evidence.open", actor, { evidenceId: file.id }, { source });
}

async function answerFile(file: EvidenceFile): Promise<Response> {
  if (!(await holds(file.sha256, file.size))) {
    log.error({ evidence: file.id, sha256: file.sha256 }, "content missing or of another size");
    throw new Turned({ status: 503, code: "fileDamaged" });
  }
  const type = isKnownMime(file.mime) ? file.mime : "application/octet-stream";
  return new Response(streamFile(contentPath(file.sha256), file.sha256), {
    headers: { ...CAGE, "content-type": type, "content-disposition": attachmentHeader(file.name) },
  });
}

// A list shows small pictures by itself, which is no opening: those of a sensitive task are not shown at all.
async function answerThumb(file: EvidenceFile, sensitive: boolean): Promise<Response> {
  if (sensitive || !file.hasThumb || !(await holdsThumb(file.sha256))) throw new NotFound(`thumb ${file.id}`);
  return new Response(streamFile(thumbPath(file.sha256), null), {
    headers: { ...CAGE, "content-type": "image/webp", "content-disposition": "inline" },
  });
}
