import type * as z from "zod";
import { BadInput, KeyReused } from "./api";
import { env } from "./env";
import { Forbidden, NotFound, Refused, Stale } from "./errors";
import { log } from "./log";
import { wordsOf } from "./wordings";

/** What the door says: problem documents (RFC 9457) with a sentence for people and a code for programs. */

export type Problem = {
  status: number;
  code: string;
  detail?: Record<string, unknown>;
  headers?: Record<string, string>;
};

/** Too large, too fast, from elsewhere: refused before any command is looked at. */
export class Turned extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

const BODY_LIMIT = 1_000_000;
/** Ten thousand pasted rows of Chinese. */
const PASTE_LIMIT = 8_000_000;

/** The request comes from our own pages, or from a script with a token. @throws Turned */
export function checkOrigin(request: Request): void {
  if (request.headers.get("authorization")?.startsWith("Bearer ")) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const own = [new URL(env().NEXTAUTH_URL).host, request.headers.get("host")];
  const sameOrigin = origin !== null && URL.canParse(origin) && own.includes(new URL(origin).host);
  if (!sameOrigin || (site !== null && site !== "same-origin"))
    throw new Turned({ status: 403, code: "foreignOrigin" });
}

/** The JSON body of a command, read no further than the limit, which is wider where whole tables are pasted. @throws Turned */
export async function readJson(request: Request, command = ""): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Turned({ status: 415, code: "notJson" });
  const long = command.endsWith(".import") || command === "paper.edit";
  const text = await readLimited(request, long ? PASTE_LIMIT : BODY_LIMIT);
  try {
    return JSON.parse(text);
  } catch {
    throw new Turned({ status: 400, code: "malformed" });
  }
}

async function readLimited(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limit)
    throw new Turned({ status: 413, code: "tooLarge" });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new Turned({ status: 413, code: "tooLarge" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Any error as a problem; what is not expected is logged and told as a number to ask about. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Turned) return error.problem;
  if (error instanceof BadInput) return { status: 400, code: "badInput", detail: { issues: error.issues } };
  if (error instanceof KeyReused) return { status: 422, code: "idempotency" };
  if (error instanceof Refused)
    return { status: 409, code: error.code, detail: { ...error.detail, refused: true } };
  if (error instanceof Forbidden) return { status: 403, code: "forbidden" };
  if (error instanceof NotFound) return { status: 404, code: "notFound" };
  if (error instanceof Stale)
    return { status: 409, code: "stale", detail: { current: error.current, yours: error.yours } };
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ reference, error: error instanceof Error ? error.stack : String(error) }, "unexpected");
  const code = error instanceof Error && "code" in error ? error.code : "";
  const unreachable = /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded|57P0|53300/.test(
    `${error} ${code}`,
  );
  return {
    status: unreachable ? 503 : 500,
    code: unreachable ? "unavailable" : "unexpected",
    detail: { reference },
  };
}

/** The problem as an answer, in the language of whoever sent the request. */
export async function answerProblem(error: unknown, request: Request): Promise<Response> {
  const { status, code, detail, headers } = problemOf(error);
  const t = await wordsOf(request, "refusals");
  const title = t.has(code) ? t(code, toWordValues(detail)) : t("unexpected", { reference: "" });
  const issues = detail?.issues;
  const fields = Array.isArray(issues)
    ? fieldsOf(issues as z.core.$ZodIssue[], (key) =>
        t.has(`input.${key}`) ? t(`input.${key}`) : t("input.other"),
      )
    : undefined;
  const { issues: _, refused: __, ...rest } = detail ?? {};
  const body = { type: "about:blank", title, status, code, ...rest, ...(fields && { fields }) };
  return Response.json(body, {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

function toWordValues(detail: Record<string, unknown> | undefined): Record<string, string | number> {
  const entries = Object.entries(detail ?? {}).filter(
    ([, value]) => typeof value === "string" || typeof value === "number",
  );
  return Object.fromEntries(entries) as Record<string, string | number>;
}

/** The first thing wrong with each field, by its path. */
function fieldsOf(issues: z.core.$ZodIssue[], say: (key: string) => string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const path = issue.path.map(String).join(".") || "_";
    fields[path] ??= say(
      issue.code === "custom" || issue.message === "required" ? issue.message : issue.code,
    );
  }
  return fields;
}
