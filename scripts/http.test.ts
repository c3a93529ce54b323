import { type IncomingHttpHeaders, IncomingMessage } from "node:http";
import { connect, Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { listen, nameSource, SOURCE } from "./http";
import { drain } from "./stop";

function sourceOf(headers: IncomingHttpHeaders, remote: string, behindProxy: boolean): IncomingHttpHeaders {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remote });
  const request = Object.assign(new IncomingMessage(socket), { headers });
  nameSource(request, behindProxy);
  return request.headers;
}

describe("where a request came from", () => {
  test("is the other end of the connection, whatever the sender claims", () => {
    const claims = {
      [SOURCE]: "10.0.0.1",
      "x-forwarded-for": "10.0.0.2",
      "x-forwarded-host": "evil",
      forwarded: "for=x",
    };
    expect(sourceOf(claims, "::ffff:192.0.2.7", false)).toEqual({ [SOURCE]: "192.0.2.7" });
  });

  test("is what our own proxy saw last, when there is one", () => {
    const headers = { "x-forwarded-for": "10.0.0.2, 198.51.100.4", [SOURCE]: "10.0.0.1" };
    expect(sourceOf(headers, "127.0.0.1", true)[SOURCE]).toBe("198.51.100.4");
  });

  test("is the proxy itself where it says nothing", () => {
    expect(sourceOf({}, "127.0.0.1", true)[SOURCE]).toBe("127.0.0.1");
  });
});

const PATIENCE = {
  headersTimeout: 200,
  requestTimeout: 400,
  keepAliveTimeout: 1000,
  connectionsCheckingInterval: 50,
};
const opened: Awaited<ReturnType<typeof listen>>[] = [];
const shared = globalThis as { __guatuCloseStreams?: () => void };

async function small() {
  const listening = await listen("127.0.0.1", 0, PATIENCE);
  opened.push(listening);
  return { ...listening, url: `http://127.0.0.1:${listening.port}` };
}

afterEach(() => {
  for (const { server } of opened.splice(0)) server.close().closeAllConnections();
  shared.__guatuCloseStreams = undefined;
});

test("until the product is ready a request is told to come again", async () => {
  const { url, serveWith } = await small();
  const early = await fetch(url);
  expect([early.status, early.headers.get("retry-after")]).toEqual([503, "2"]);
  serveWith(async (_, response) => void response.end("ready"));
  expect(await (await fetch(url)).text()).toBe("ready");
});

test("a sender that dribbles its headers is cut off", async () => {
  const { port } = await small();
  const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow"));
  const answer = await new Promise<string>((done) => socket.once("data", (data) => done(String(data))));
  expect(answer).toContain("408");
});

test("a stream outlives the time that a request may take", async () => {
  const { url, serveWith } = await small();
  serveWith(async (_, response) => {
    response.write("a");
    setTimeout(() => response.end("z"), 900);
  });
  expect(await (await fetch(url)).text()).toBe("az");
});

describe("stopping", () => {
  test("ends streams at once and lets other answers finish", async () => {
    const { url, server, serveWith } = await small();
    serveWith(async (request, response) => {
      response.write("a");
      if (request.url === "/stream") shared.__guatuCloseStreams = () => response.end();
      else setTimeout(() => response.end("z"), 300);
    });
    const answers = [fetch(`${url}/stream`), fetch(`${url}/slow`)];
    const [stream, slow] = await Promise.all(answers);
    const began = Date.now();
    await drain(server, 5_000);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect([await stream?.text(), await slow?.text()]).toEqual(["a", "az"]);
  });

  test("ends a stream that was just opening", async () => {
    const { url, server, serveWith } = await small();
    serveWith(async (_, response) => {
      response.write("a");
      setTimeout(() => {
        shared.__guatuCloseStreams = () => response.end();
      }, 200);
    });
    const stream = await fetch(url);
    const began = Date.now();
    await drain(server, 5_000);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await stream.text()).toBe("a");
  });

  test("cuts what does not end in time", async () => {
    const { url, server, serveWith } = await small();
    serveWith(async (_, response) => void response.write("for ever"));
    const answer = await fetch(url);
    await drain(server, 300);
    await expect(answer.text()).rejects.toThrow();
  });
});
