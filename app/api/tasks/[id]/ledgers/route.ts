import { actorOfRequest } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { listLedgersOfTask } from "@/lib/ledgers/queries";
import { getTask } from "@/lib/tasks/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** The ledgers that prove one task, with their figures. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await actorOfRequest(request, { touch: false });
    if (!actor) throw new Turned({ status: 401, code: "signedOut" });
    if (actor.mustChangePassword) throw new Turned({ status: 423, code: "mustChangePassword" });
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`task ${id}`);
    const task = await getTask(actor, Number(id));
    const ledgers = await listLedgersOfTask(actor, task.id);
    return Response.json({ ledgers }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
