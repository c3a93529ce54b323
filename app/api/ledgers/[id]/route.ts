import { createHash } from "node:crypto";
import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { getLedger } from "@/lib/ledgers/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** A ledger with its entries as this person sees them, masked; 304 when the browser has them already. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`ledger ${id}`);
    const body = JSON.stringify(await getLedger(actor, Number(id)));
    const etag = `"${createHash("sha1").update(body).digest("base64url")}"`;
    const headers = { etag, "cache-control": "private, no-cache", vary: "cookie, authorization" };
    if (request.headers.get("if-none-match")?.replace(/^W\//, "") === etag) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(body, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  } catch (error) {
    return answerProblem(error, request);
  }
}
