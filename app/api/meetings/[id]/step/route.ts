import { BadInput, inScope } from "@/lib/api";
import { demand } from "@/lib/auth/demand";
import type { Actor } from "@/lib/auth/permissions";
import { actorOfRequest, readerOf } from "@/lib/auth/request-actor";
import { answerProblem, checkOrigin, readJson } from "@/lib/door";
import { Forbidden, NotFound } from "@/lib/errors";
import { eventStream, STREAM_HEADERS } from "@/lib/live/stream";
import { Step } from "@/lib/meetings/input";
import { follow, tellStep } from "@/lib/meetings/step-hub";
import { mustBeMeeting } from "@/lib/meetings/tag-queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** Where the one who presents is, as it moves, and that something of the meeting was written. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const meetingId = idIn((await params).id);
    const actor = await whoAsks(request);
    demand(actor, "meeting.see");
    await mustBeMeeting(meetingId);
    // A session that was ended takes the stream with it at the next beat.
    const holds = async () => (await actorOfRequest(request.headers as Headers, { touch: false })) !== null;
    const screen = (new URL(request.url).searchParams.get("screen") ?? "").slice(0, 40);
    const stream = eventStream(request, (outlet) => follow({ meetingId, screen, holds, ...outlet }));
    return new Response(stream, { headers: STREAM_HEADERS });
  } catch (error) {
    return answerProblem(error, request);
  }
}

/** Tells it. Nothing is kept and nothing is recorded: where somebody points to is no act. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    checkOrigin(request);
    const meetingId = idIn((await params).id);
    const actor = await whoAsks(request);
    demand(actor, "outcome.add");
    const parsed = Step.safeParse(await readJson(request));
    if (!parsed.success) throw new BadInput(parsed.error.issues);
    await mustBeMeeting(meetingId);
    await tellStep(meetingId, { ...parsed.data, by: actor.name });
    return new Response(null, { status: 204 });
  } catch (error) {
    return answerProblem(error, request);
  }
}

async function whoAsks(request: Request): Promise<Actor> {
  const actor = await readerOf(request, { touch: request.method === "POST" });
  if (request.method === "POST" && !inScope(actor.scopes, "meeting.step"))
    throw new Forbidden("meeting.step");
  return actor;
}

function idIn(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound(`meeting ${text}`);
  return Number(text);
}
