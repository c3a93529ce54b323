import { inScope } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { today } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { answerProblem } from "@/lib/door";
import { Forbidden, NotFound } from "@/lib/errors";
import { attachmentHeader, NAME_LIMIT } from "@/lib/files/name-rules";
import { type Format, writeFile } from "@/lib/papers/writing";
import { localeOfRequest } from "@/lib/wordings";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ kind: string }> };

const MIMES: Record<Format, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

/** A paper as a file; that it was taken out is recorded before it is handed over. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await whoAsks(request);
    const { kind } = await params;
    const asked = new URL(request.url).searchParams;
    const format = formatOf(asked);
    const reveal = asked.get("reveal") === "1";
    const job = { actor, kind, search: asked.toString(), locale: localeOfRequest(request), reveal };
    const { bytes, title, origin } = await writeFile(format, job);
    await recordExport(request, actor, { ...origin, title, format });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": MIMES[format],
        "content-disposition": attachmentHeader(fileName(title, format)),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return answerProblem(error, request);
  }
}

async function whoAsks(request: Request): Promise<Actor> {
  const actor = await readerOf(request, { touch: true });
  if (!inScope(actor.scopes, "paper.export")) throw new Forbidden("paper.export");
  return actor;
}

function formatOf(asked: URLSearchParams): Format {
  const format = asked.get("format") ?? "";
  if (!Object.hasOwn(MIMES, format)) throw new NotFound(`format ${format}`);
  return format as Format;
}

async function recordExport(request: Request, actor: Actor, input: Record<string, unknown>): Promise<void> {
  const source = request.headers.get("x-guatu-source") ?? "unknown";
  await runCommand("paper.export", actor, input, { source });
}

function fileName(title: string, format: Format): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  return `${Array.from(plain)
    .slice(0, NAME_LIMIT - 20)
    .join("")}-${today()}.${format}`;
}
