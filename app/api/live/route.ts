import { may } from "@/lib/auth/permissions";
import { actorOfRequest } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";
import { Forbidden } from "@/lib/errors";
import { type Client, join } from "@/lib/live/hub";

export const dynamic = "force-dynamic";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** What happens after `after`, as it happens. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await actorOfRequest(request, { touch: false });
    if (!actor) throw new Turned({ status: 401, code: "signedOut" });
    if (actor.mustChangePassword) throw new Turned({ status: 423, code: "mustChangePassword" });
    if (!may(actor, "board.see")) throw new Forbidden("board.see");
    const last = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
    const seq = Number(last ?? Number.NaN);
    if (!Number.isSafeInteger(seq) || seq < 0) throw new Turned({ status: 400, code: "malformed" });
    return new Response(streamFor(request, { actor, seq }), { headers: HEADERS });
  } catch (error) {
    return answerProblem(error, request);
  }
}

function streamFor(request: Request, who: Pick<Client, "actor" | "seq">): ReadableStream<Uint8Array> {
  let leave: (() => void) | undefined;
  let open = true;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const close = () => {
        if (!open) return;
        open = false;
        leave?.();
        controller.close();
      };
      const send = (bytes: Uint8Array) => {
        if (!open) return;
        // A reader that has stopped reading is dropped: it comes back and asks for what it missed.
        if ((controller.desiredSize ?? 0) < -1000) close();
        else controller.enqueue(bytes);
      };
      request.signal.addEventListener("abort", close);
      send(Buffer.from("retry: 1500\n\n"));
      leave = await join({ ...who, send, close });
      if (!open) leave();
    },
    cancel() {
      open = false;
      leave?.();
    },
  });
}
