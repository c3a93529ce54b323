import { readerOf } from "@/lib/auth/request-actor";
import { isDay } from "@/lib/calendar/rules";
import { listVisits } from "@/lib/coverage/queries";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ dutyId: string }> };

/** The visits of one object between two days; names and notes of a sensitive register are masked. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const asked = new URL(request.url).searchParams;
    const [dutyId, objectId] = [idOf((await params).dutyId), idOf(asked.get("object"))];
    const [from, to] = [dayOf(asked.get("from")), dayOf(asked.get("to"))];
    const cell = await listVisits(actor, { dutyId, objectId, from, to });
    return Response.json(cell, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}

function idOf(text: string | null): number {
  if (!text || !/^[1-9]\d{0,8}$/.test(text)) throw new NotFound("cell");
  return Number(text);
}

function dayOf(text: string | null): string {
  if (!text || !isDay(text)) throw new NotFound("cell");
  return text;
}
