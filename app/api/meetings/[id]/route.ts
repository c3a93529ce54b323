import { visibilityKey } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { fingerprint } from "@/lib/events/record";
import { getMeetingTag } from "@/lib/meetings/tag-queries";
import { getReviewBytes } from "@/lib/meetings/wire-queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** The meeting's picture for pages that stay open; only what is written in it changes, so most answers are "the same as before". */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`meeting ${id}`);
    const tag = await getMeetingTag(actor, Number(id));
    const etag = `"${fingerprint(`${tag} ${visibilityKey(actor)}`).slice(0, 32)}"`;
    // no-transform: the framework would compress the compressed bytes once more.
    const headers = { "cache-control": "private, no-cache, no-transform", etag };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    const bytes = await getReviewBytes(actor, Number(id), etag);
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, "content-type": "application/json; charset=utf-8", "x-guatu-encoded": "gzip" },
    });
  } catch (error) {
    return answerProblem(error, request);
  }
}
