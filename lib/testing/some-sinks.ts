import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** The other ends of the ways out, on this machine: a robot and a mail server that answer as a test wants. */

export type Heard = { ids: number[]; text: string; to: string };
export type Sink = { port: number; heard: Heard[]; close: () => Promise<void> };

const idsIn = (list: string | undefined) => (list ?? "").split(",").filter(Boolean).map(Number);

type RobotAnswer = (response: ServerResponse, request: IncomingMessage, body: string) => void;

export const robotSays =
  (errcode: number): RobotAnswer =>
  (response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ errcode }));
  };

/** @param answer asked anew for each word; what it does not take is not heard */
export async function robotSink(answer: () => { takes: boolean; with: RobotAnswer }): Promise<Sink> {
  const heard: Heard[] = [];
  const server = createHttp((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("error", () => undefined);
    request.on("end", () => {
      const { takes, with: reply } = answer();
      if (takes)
        heard.push({
          ids: idsIn(String(request.headers["x-guatu-messages"])),
          text: body,
          to: request.url ?? "",
        });
      reply(response, request, body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, heard, close };
}

export type MailAnswer = "take" | "later" | "never" | "reset" | "takeAndReset";

/** A mail server that takes letters, puts them off, refuses them or hangs up. @param answer asked when a letter has come */
export async function mailSink(answer: () => MailAnswer | Promise<MailAnswer>): Promise<Sink> {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    converse(socket, heard, answer);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
  return { port: (server.address() as AddressInfo).port, heard, close };
}

const REPLIES: Readonly<Record<string, string>> = {
  EHLO: "250-sink\r\n250 8BITMIME",
  HELO: "250 sink",
  MAIL: "250 ok",
  RCPT: "250 ok",
  RSET: "250 ok",
  NOOP: "250 ok",
  DATA: "354 go on",
  QUIT: "221 bye",
};

function converse(socket: Socket, heard: Heard[], answer: () => MailAnswer | Promise<MailAnswer>): void {
  let rest = "";
  let to = "";
  let inLetter = false;
  let turn = Promise.resolve();
  socket.write("220 sink\r\n");
  socket.setEncoding("utf8").on("data", (part: unknown) => {
    rest += String(part);
    for (;;) {
      const end = rest.indexOf(inLetter ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const said = rest.slice(0, end);
      rest = rest.slice(end + (inLetter ? 5 : 2));
      if (inLetter) {
        inLetter = false;
        const reader = to;
        turn = turn.then(async () => takeLetter(socket, heard, said, reader, await answer()));
        continue;
      }
      const verb = said.slice(0, 4).toUpperCase();
      if (verb === "RCPT") to = /<([^>]*)>/.exec(said)?.[1] ?? "";
      if (verb === "DATA") inLetter = true;
      turn = turn.then(() => void socket.write(`${REPLIES[verb] ?? "502 what"}\r\n`));
    }
  });
}

function takeLetter(socket: Socket, heard: Heard[], text: string, to: string, how: MailAnswer): void {
  // Long headers are folded.
  const header = /^x-guatu-messages: ((?:.|\r\n[ \t])*)/im.exec(text)?.[1]?.replaceAll(/\s/g, "");
  if (how === "take" || how === "takeAndReset") heard.push({ ids: idsIn(header), text, to });
  if (how === "reset" || how === "takeAndReset") socket.destroy();
  else socket.write(how === "take" ? "250 ok\r\n" : how === "later" ? "451 later\r\n" : "550 never\r\n");
}
