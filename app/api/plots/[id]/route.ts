import { readerOf } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";
import { NotFound } from "@/lib/errors";
import { isKnownMime } from "@/lib/files/kind-rules";
import { streamFile } from "@/lib/files/read-content";
import { contentPath, holds } from "@/lib/files/store";
import { getPlotFile } from "@/lib/ledgers/queries";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

// Whatever a file contains, opened as a page it runs nothing, and no other page may read or embed it.
const CAGE = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

/** The picture on which the entries of a ledger are placed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await readerOf(request);
    const { id } = await params;
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`plot ${id}`);
    const plot = await getPlotFile(actor, Number(id));
    // A picture that the browser has does not travel again, yet every look asks whether the person may still see it.
    const headers = { ...CAGE, etag: `"${plot.sha256}"`, "cache-control": "private, no-cache" };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    if (!(await holds(plot.sha256, plot.size))) {
      log.error({ plot: plot.id, sha256: plot.sha256 }, "content missing or of another size");
      throw new Turned({ status: 503, code: "fileDamaged" });
    }
    const type = isKnownMime(plot.mime) ? plot.mime : "application/octet-stream";
    return new Response(streamFile(contentPath(plot.sha256), plot.sha256), {
      headers: { ...headers, "content-type": type, "content-disposition": "inline" },
    });
  } catch (error) {
    return answerProblem(error, request);
  }
}
