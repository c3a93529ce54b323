import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import type { LookupFunction } from "node:net";
import type { Target } from "./outlet-rules";
import { isPublicAddress } from "./public-address";

/** The only way out over HTTP: the address is looked up once, checked and used as it was checked; nothing is followed. */

const TIME_MS = 10_000;
const MOST_BYTES = 64 * 1024;

/** A way out that is closed, with the key of the sentence that says why. */
export class Closed extends Error {}

export type Address = { address: string; family: number };
export type Resolve = (host: string) => Promise<Address[]>;

const lookUp: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** The address that will be used. @throws Closed when the name stands for anything inside, or for nothing */
export async function pinnedAddress({ host, inside }: Target, resolve: Resolve = lookUp): Promise<Address> {
  const found = await resolve(host).catch(() => []);
  const [first] = found;
  if (!first) throw new Closed("nameUnknown");
  if (!inside && !found.every(({ address }) => isPublicAddress(address))) throw new Closed("addressInside");
  return first;
}

export type Reply = { status: number; text: string };

/** Posts JSON and reads at most 64 KB of the answer for at most ten seconds. @throws Closed, or what the connection failed with */
export async function postJson(
  target: Target,
  body: unknown,
  headers: Record<string, string> = {},
  { timeMs = TIME_MS, resolve = lookUp }: { timeMs?: number; resolve?: Resolve } = {},
): Promise<Reply> {
  const signal = AbortSignal.timeout(timeMs);
  try {
    return await ask(target, Buffer.from(JSON.stringify(body)), { headers, signal, resolve });
  } catch (error) {
    throw signal.aborted ? signal.reason : error; // whatever broke first, it was the time
  }
}

async function ask(
  target: Target,
  bytes: Buffer,
  { headers, signal, resolve }: { headers: Record<string, string>; signal: AbortSignal; resolve: Resolve },
): Promise<Reply> {
  const { address, family } = await pinnedAddress(target, resolve);
  const pinned: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    const how = { method: "POST", lookup: pinned, agent: false, signal } as const;
    const asked = (target.secure ? secure : plain)(target.url, {
      ...how,
      headers: headersOf(bytes, headers),
    });
    asked.once("response", resolve).once("error", reject).end(bytes);
  });
  return { status: reply.statusCode ?? 0, text: await readSome(reply) };
}

const headersOf = (bytes: Buffer, own: Record<string, string>) => ({
  "content-type": "application/json; charset=utf-8",
  "content-length": bytes.length,
  ...own,
});

async function readSome(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) {
      reply.destroy();
      throw new Closed("replyTooLong");
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
