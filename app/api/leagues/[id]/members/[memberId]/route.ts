import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { explain } from "@/lib/leagues/explain-queries";
import { whichOf } from "@/lib/leagues/which-rules";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string; memberId: string }> };

/** What one member's score was made of, down to the tasks and entries that the reader may see. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request, { touch: true });
    const { id, memberId } = await params;
    if (![id, memberId].every((text) => /^[1-9]\d{0,8}$/.test(text)))
      throw new NotFound(`member ${memberId}`);
    const which = whichOf(new URL(request.url).searchParams);
    const explanation = await explain(actor, Number(id), Number(memberId), which);
    return Response.json(explanation, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
