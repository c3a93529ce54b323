import { may } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";
import { Forbidden } from "@/lib/errors";
import { join } from "@/lib/live/hub";
import { eventStream, STREAM_HEADERS } from "@/lib/live/stream";

export const dynamic = "force-dynamic";

/** What happens after `after`, as it happens. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await readerOf(request);
    if (!may(actor, "board.see")) throw new Forbidden("board.see");
    const last = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
    const seq = Number(last ?? Number.NaN);
    if (!Number.isSafeInteger(seq) || seq < 0) throw new Turned({ status: 400, code: "malformed" });
    const stream = eventStream(request, (outlet) => join({ actor, seq, ...outlet }));
    return new Response(stream, { headers: STREAM_HEADERS });
  } catch (error) {
    return answerProblem(error, request);
  }
}
