import { demand } from "@/lib/auth/demand";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { getTaskSupervision } from "@/lib/supervision/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** How one task was supervised; of a sensitive one without its words, which are asked for with `supervision.reveal`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    demand(actor, "meeting.see");
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`task ${id}`);
    const supervision = await getTaskSupervision(actor, Number(id));
    return Response.json(supervision, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
