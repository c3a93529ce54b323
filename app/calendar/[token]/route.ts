import { getFeed } from "@/lib/feeds/queries";
import { wordsOf } from "@/lib/wordings";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string }> };

/** A person's calendar for programmes that cannot sign in: `/calendar/<secret>.ics`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const text = await getFeed(token.replace(/\.ics$/, ""), await wordsOf(request, "feeds"));
  if (text === null) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="guatu.ics"',
      "cache-control": "private, no-store",
    },
  });
}
