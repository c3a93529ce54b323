import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Fault } from "./faults.mjs";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The header in which a request carries where it came from; nobody outside can set it. */
export const SOURCE = "x-guatu-source";

export interface Listening {
  server: Server;
  port: number;
  /** From now on requests go to the product; before, they are told to wait. */
  serveWith: (handler: Handler) => void;
}

/** How long a sender may take; a stream that is being answered is not under these. */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Listens at once, so that a taken port is known before anything is started or built. */
export async function listen(host: string, port: number, patience = PATIENCE): Promise<Listening> {
  let handler: Handler = answerStarting;
  const server = createServer(patience);
  server.on("request", (request, response) => {
    nameSource(request, process.env.GUATU_TRUST_PROXY === "1");
    sayEncoding(response);
    handler(request, response).catch((error) => abort(error, response));
  });
  await new Promise<void>((done, fail) => {
    server.once("error", (error) => fail(explain(error, host, port)));
    server.listen(port, host, done);
  });
  const address = server.address();
  const serveWith = (next: Handler) => {
    handler = next;
  };
  return { server, port: typeof address === "object" && address ? address.port : port, serveWith };
}

/**
 * Writes down where a request came from: the other end of the connection, or, behind a proxy of our own, what that
 * proxy saw. Whatever the sender claims about itself is dropped.
 */
export function nameSource(request: IncomingMessage, behindProxy: boolean): void {
  const { headers } = request;
  const seen = request.socket.remoteAddress ?? "unknown";
  const told = behindProxy
    ? String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  headers[SOURCE] = (told || seen).replace(/^::ffff:/, "");
  if (behindProxy) return;
  for (const name of Object.keys(headers)) if (/^(x-forwarded-|forwarded$)/.test(name)) delete headers[name];
}

/** In which a route says that its bytes are compressed already; the framework drops the standard header from what a route answers. */
const ENCODED = "x-guatu-encoded";

/** Turns that word into the standard header as the answer goes out. */
export function sayEncoding(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    const encoding = response.getHeader(ENCODED);
    if (encoding !== undefined) {
      response.removeHeader(ENCODED);
      response.setHeader("content-encoding", encoding);
    }
    return writeHead(...given);
  };
}

async function answerStarting(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, {
    "content-type": "text/plain; charset=utf-8",
    "retry-after": "2",
    "cache-control": "no-store",
  });
  response.end("正在启动，请稍候刷新。\n");
}

function abort(error: unknown, response: ServerResponse): void {
  console.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}

function explain(error: Error, host: string, port: number): unknown {
  const code = "code" in error ? error.code : "";
  if (code === "EADDRINUSE") return new Fault("portTaken", { port });
  if (code === "EACCES") return new Fault("portForbidden", { port });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new Fault("hostUnknown", { host });
  return error;
}
