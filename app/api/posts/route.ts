import { listPostKeys } from "@/lib/assignments/queries";
import { actorOfRequest } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";

export const dynamic = "force-dynamic";

/** What else finds each post in a picker: `{keys: {post: "pinyin initials"}}`. The posts themselves are on the board. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await actorOfRequest(request, { touch: false });
    if (!actor) throw new Turned({ status: 401, code: "signedOut" });
    if (actor.mustChangePassword) throw new Turned({ status: 423, code: "mustChangePassword" });
    return Response.json({ keys: await listPostKeys(actor) }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
