import { actorOfRequest } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { getTaskProofs } from "@/lib/proofs/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** What proves one task; of a sensitive one only how far it is, names are asked for with `proof.reveal`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await actorOfRequest(request, { touch: false });
    if (!actor) throw new Turned({ status: 401, code: "signedOut" });
    if (actor.mustChangePassword) throw new Turned({ status: 423, code: "mustChangePassword" });
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`task ${id}`);
    const proofs = await getTaskProofs(actor, Number(id));
    return Response.json(proofs, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
