import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { deviceOf, sourceOf } from "@/lib/auth/rules";
import { answerProblem, checkOrigin, Turned } from "@/lib/door";
import { getSettings } from "@/lib/settings/queries";
import { authOptions } from "@/lib/signIn/options";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth this product uses; its other addresses do not exist here. */
const SERVED: Record<string, readonly string[]> = {
  GET: ["csrf", "session", "error", "callback/oidc"],
  POST: ["callback/credentials", "signin/oidc", "signout"],
};

async function serve(request: NextRequest, context: Context): Promise<Response> {
  try {
    const path = (await context.params).nextauth.join("/");
    if (!SERVED[request.method]?.includes(path)) throw new Turned({ status: 404, code: "notFound" });
    if (request.method === "POST") checkOrigin(request);
    await getSettings();
    const from = {
      source: sourceOf(request.headers.get("x-guatu-source")),
      device: deviceOf(request.headers.get("user-agent")),
    };
    const response: Response = await NextAuth(request, context, authOptions(from));
    // What one person left in this browser is not for the next one at it.
    if (path === "signout") response.headers.set("Clear-Site-Data", '"cache", "storage"');
    return response;
  } catch (error) {
    return answerProblem(error, request);
  }
}

export { serve as GET, serve as POST };
