import { readerOf } from "@/lib/auth/request-actor";
import { getMatrix } from "@/lib/coverage/matrix-queries";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ dutyId: string }> };

/** The matrix of a duty, `?year=` for another year than the present one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { dutyId } = await params;
    const year = new URL(request.url).searchParams.get("year");
    if (!/^[1-9]\d{0,8}$/.test(dutyId) || (year !== null && !/^\d{4}$/.test(year)))
      throw new NotFound(`duty ${dutyId}`);
    const text = await getMatrix(actor, Number(dutyId), year === null ? null : Number(year));
    const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
    return new Response(text, { headers });
  } catch (error) {
    return answerProblem(error, request);
  }
}
