import { may, visibilityKey } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { headSeq } from "@/lib/board/queries";
import { isDay } from "@/lib/calendar/rules";
import { answerProblem } from "@/lib/door";
import { Forbidden, NotFound } from "@/lib/errors";
import { fingerprint } from "@/lib/events/record";
import { getPastBoard } from "@/lib/meetings/past-board-queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ day: string }> };

/** The board that this person would have seen at the end of a day. The journal only grows, but what it grows by may be dated back: its number decides. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    if (!may(actor, "board.see")) throw new Forbidden("board.see");
    const { day } = await params;
    if (!isDay(day)) throw new NotFound(`day ${day}`);
    const etag = `"${fingerprint(`${day} ${await headSeq()} ${visibilityKey(actor)}`).slice(0, 32)}"`;
    const headers = { "cache-control": "private, no-cache", etag };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return Response.json(await getPastBoard(actor, day), { headers });
  } catch (error) {
    return answerProblem(error, request);
  }
}
