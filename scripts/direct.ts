import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { GET as getBoard } from "@/app/api/board/route";
import { POST as postCommand } from "@/app/api/commands/[command]/route";
import { GET as getHealth } from "@/app/api/health/route";
import { GET as getLive } from "@/app/api/live/route";
import { GET as getStep, POST as postStep } from "@/app/api/meetings/[id]/step/route";
import { env } from "@/lib/env";
import { ALWAYS, ANSWERS, OVER_TLS, UNKEPT } from "@/lib/fixed-headers.mjs";
import type { Handler } from "./http";

const STEP = /^\/api\/meetings\/([1-9]\d{0,8})\/step$/;

/**
 * The busiest addresses, answered by the same functions as in `app/api`, without the framework around them: it costs several
 * times as much as what they do. Whatever else comes, and every other method, goes on to the framework.
 */
const ROUTES: readonly Route[] = [
  { method: "POST", path: /^\/api\/commands\/([\w.]+)$/, mayBeKept: false, answer: answerCommand },
  { method: "GET", path: /^\/api\/board$/, mayBeKept: true, answer: getBoard },
  { method: "GET", path: /^\/api\/live$/, mayBeKept: true, answer: getLive },
  { method: "GET", path: STEP, mayBeKept: true, answer: (request, id) => getStep(request, paramsOf(id)) },
  { method: "POST", path: STEP, mayBeKept: false, answer: (request, id) => postStep(request, paramsOf(id)) },
  { method: "GET", path: /^\/api\/health$/, mayBeKept: false, answer: getHealth },
];

const paramsOf = (id: string) => ({ params: Promise.resolve({ id }) });

type Route = {
  method: string;
  path: RegExp;
  /** Whether the route itself says what may be kept. */
  mayBeKept: boolean;
  answer: (request: Request, found: string) => Promise<Response>;
};

function answerCommand(request: Request, command: string): Promise<Response> {
  return postCommand(request, { params: Promise.resolve({ command }) });
}

/** Answers what it can itself and leaves the rest to `otherwise`. */
export function directly(otherwise: Handler): Handler {
  return async (incoming, response) => {
    const path = incoming.url?.split("?", 1)[0] ?? "";
    const route = ROUTES.find((one) => one.method === incoming.method && one.path.test(path));
    if (!route) return otherwise(incoming, response);
    const answer = await route.answer(toRequest(incoming), route.path.exec(path)?.[1] ?? "");
    for (const [name, value] of [...answer.headers, ...fixed(route, incoming)])
      response.setHeader(name, value);
    response.writeHead(answer.status);
    await send(response, answer);
    incoming.resume(); // what a sender who was refused goes on sending
  };
}

function fixed({ mayBeKept }: Route, { headers }: IncomingMessage): [name: string, value: string][] {
  const overTls = headers["x-forwarded-proto"] === "https" ? OVER_TLS : {};
  return Object.entries({ ...ALWAYS, ...ANSWERS, ...(mayBeKept ? {} : UNKEPT), ...overTls });
}

function toRequest(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  const init: RequestInit & { duplex: "half" } = { method, headers, duplex: "half" };
  if (method === "POST") init.body = bodyOf(incoming);
  return new Request(new URL(url, env().NEXTAUTH_URL), init);
}

/** Touches the sender only when the route reads, and leaves the connection whole when it stops reading. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let parts: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        parts ??= incoming.iterator({ destroyOnReturn: false });
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await parts?.return?.()),
    },
    { highWaterMark: 0 },
  );
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  if (!answer.body || !answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    response.end(Buffer.from(await answer.arrayBuffer()));
    return;
  }
  const reader = answer.body.getReader();
  response.once("close", () => void reader.cancel());
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!response.write(value)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}
