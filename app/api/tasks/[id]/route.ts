import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { getTaskDetail } from "@/lib/tasks/detail";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** Everything about one task; of a sensitive one only that it exists, its text is asked for with `task.reveal`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`task ${id}`);
    const detail = await getTaskDetail(actor, Number(id));
    return Response.json(detail, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
