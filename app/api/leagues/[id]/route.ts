import { visibilityKey } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { today } from "@/lib/clock";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { journalHead } from "@/lib/events/queries";
import { fingerprint } from "@/lib/events/record";
import { getTable } from "@/lib/leagues/queries";
import { whichOf } from "@/lib/leagues/which-rules";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** A table for pages that stay open: of an edition, or of today; most answers are "the same as before". */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`series ${id}`);
    const which = whichOf(new URL(request.url).searchParams);
    const stands = [id, which.edition, which.from, today(), await journalHead(), visibilityKey(actor)];
    const etag = `"${fingerprint(stands.join(" ")).slice(0, 32)}"`;
    const headers = { "cache-control": "private, no-cache", etag };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return Response.json(await getTable(actor, Number(id), which), { headers });
  } catch (error) {
    return answerProblem(error, request);
  }
}
