import * as z from "zod";
import { BadInput } from "@/lib/api";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { OpenRound } from "@/lib/rounds/input";
import { previewRound } from "@/lib/rounds/opening-queries";

export const dynamic = "force-dynamic";

/** What the round `?plan=` (JSON, as round.open takes it) would ask of whom. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const plan = Plan.safeParse(new URL(request.url).searchParams.get("plan"));
    if (!plan.success) throw new BadInput(plan.error.issues);
    return Response.json(await previewRound(actor, plan.data), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}

const Plan = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "custom" });
      return z.NEVER;
    }
  })
  .pipe(OpenRound);
