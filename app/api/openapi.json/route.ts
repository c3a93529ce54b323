import { actorOfRequest } from "@/lib/auth/request-actor";
import { answerProblem, Turned } from "@/lib/door";
import { env } from "@/lib/env";
import { openApi } from "@/lib/openapi";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** The door's OpenAPI document, for those who are signed in. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await actorOfRequest(request, { touch: false })))
      throw new Turned({ status: 401, code: "signedOut" });
    return Response.json(openApi(new URL(env().NEXTAUTH_URL).origin, version), {
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return answerProblem(error, request);
  }
}
