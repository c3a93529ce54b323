import { createHash } from "node:crypto";
import { may } from "@/lib/auth/permissions";
import { readerOf } from "@/lib/auth/request-actor";
import { getBoardBytes } from "@/lib/board/queries";
import { answerProblem } from "@/lib/door";
import { Forbidden } from "@/lib/errors";
import { getSettings } from "@/lib/settings/queries";

export const dynamic = "force-dynamic";

/** The whole board that this person sees, compressed; 304 when the browser has it already. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await readerOf(request);
    if (!may(actor, "board.see")) throw new Forbidden("board.see");
    await getSettings();
    const { seq, scope, gzip } = await getBoardBytes(actor);
    const etag = `"${createHash("sha1").update(scope).digest("base64url").slice(0, 8)}-${seq}"`;
    // no-transform: the framework would compress the compressed bytes once more.
    const headers = {
      etag,
      "cache-control": "private, no-cache, no-transform",
      vary: "cookie, authorization",
    };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(gzip), {
      headers: {
        ...headers,
        "content-type": "application/json; charset=utf-8",
        "x-guatu-encoded": "gzip",
      },
    });
  } catch (error) {
    return answerProblem(error, request);
  }
}
