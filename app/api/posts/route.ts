import { listPostKeys } from "@/lib/assignments/queries";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";

export const dynamic = "force-dynamic";

/** What else finds each post in a picker: `{keys: {post: "pinyin initials"}}`. The posts themselves are on the board. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await readerOf(request);
    return Response.json({ keys: await listPostKeys(actor) }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
