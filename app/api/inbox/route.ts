import { viewOf } from "@/components/inbox/inbox-view";
import { readerOf } from "@/lib/auth/request-actor";
import { today } from "@/lib/clock";
import { answerProblem } from "@/lib/door";
import { countUnseen, listInbox } from "@/lib/notifications/queries";
import { localeOfRequest, wordsOf } from "@/lib/wordings";

export const dynamic = "force-dynamic";

const NO_STORE = { headers: { "cache-control": "no-store" } };

/** One's own latest messages as sentences: `{items, unseen, next}`; with `count=1` only how many are unread. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const asked = new URL(request.url).searchParams;
    if (asked.has("count")) return Response.json({ unseen: await countUnseen(actor) }, NO_STORE);
    const size = Math.max(1, Number(asked.get("size")) || 10);
    const [page, t] = await Promise.all([
      listInbox(actor, { size, before: Number(asked.get("before")) || null }),
      wordsOf(request, "notifications"),
    ]);
    const words = { t, today: today(), locale: localeOfRequest(request) };
    return Response.json({ ...page, items: page.items.map((item) => viewOf(item, words)) }, NO_STORE);
  } catch (error) {
    return answerProblem(error, request);
  }
}
