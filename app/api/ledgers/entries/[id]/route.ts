import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { getEntry } from "@/lib/ledgers/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** Everything about one entry of a ledger; what is sensitive stays masked, it is asked for with `entry.reveal`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`entry ${id}`);
    const detail = await getEntry(actor, Number(id));
    return Response.json(detail, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
