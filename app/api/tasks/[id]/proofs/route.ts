import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { getTaskProofs } from "@/lib/proofs/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** What proves one task; of a sensitive one only how far it is, names are asked for with `proof.reveal`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`task ${id}`);
    const proofs = await getTaskProofs(actor, Number(id));
    return Response.json(proofs, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
