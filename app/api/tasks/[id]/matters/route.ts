import { may } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { Forbidden, NotFound } from "@/lib/errors";
import { listTaskMatters } from "@/lib/meetings/agenda-queries";
import { listSeries } from "@/lib/meetings/series-queries";
import { getTask } from "@/lib/tasks/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** Where a task waits for a meeting, and the series to which it can be put forward. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    if (!may(actor, "agenda.propose")) throw new Forbidden("agenda.propose");
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`task ${id}`);
    const task = await getTask(actor, Number(id));
    const [matters, all] = await Promise.all([listTaskMatters(actor, task.id), listSeries(actor)]);
    const series = all
      .filter(({ rights }) => rights.propose)
      .map(({ id: seriesId, name, nextOn }) => ({ id: seriesId, name, nextOn }));
    return Response.json({ matters, series }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
