import { connect, createServer, type Server, type Socket } from "node:net";

/** A server on a free port of this machine, and how to end it. */
export interface Small {
  port: number;
  close: () => void;
}

/** Accepts connections and never answers. */
export function silentServer(): Promise<Small> {
  return serve(() => undefined);
}

/** Speaks just enough of PostgreSQL's protocol to sign anybody in and to answer every query with one row of text. */
export function pretendingServer(row: Record<string, string>): Promise<Small> {
  return serve((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), READY]));
      socket.on("data", () => socket.write(answer(row)));
    });
  });
}

/** A pool in front of a server that drops the options a client asks for, as some poolers do. */
export function optionDroppingPool(port: number): Promise<Small> {
  return serve((socket) => {
    const upstream = connect(port, "127.0.0.1");
    socket.once("data", (startup) => {
      upstream.write(withoutOptions(startup));
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on("error", () => socket.destroy());
  });
}

async function serve(onSocket: (socket: Socket) => void): Promise<Small> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const close = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { port: typeof address === "object" && address ? address.port : 0, close };
}

const READY = message("Z", Buffer.from("I"));

function answer(row: Record<string, string>): Buffer {
  const names = Object.keys(row);
  // A text column: table 0, column 0, type 25, any size, no modifier, text format.
  const column = (name: string) =>
    Buffer.concat([text(name), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
  const value = (name: string) =>
    Buffer.concat([int32(Buffer.byteLength(row[name] ?? "")), Buffer.from(row[name] ?? "")]);
  return Buffer.concat([
    message("T", Buffer.concat([int16(names.length), ...names.map(column)])),
    message("D", Buffer.concat([int16(names.length), ...names.map(value)])),
    message("C", text("SELECT 1")),
    READY,
  ]);
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function withoutOptions(startup: Buffer): Buffer {
  const fields = startup.subarray(8).toString("utf8").split("\0");
  const kept: string[] = [];
  for (let i = 0; i + 1 < fields.length && fields[i]; i += 2) {
    if (fields[i] !== "options") kept.push(fields[i] ?? "", fields[i + 1] ?? "");
  }
  const body = Buffer.from(`${kept.join("\0")}\0\0`);
  return Buffer.concat([int32(body.length + 8), startup.subarray(4, 8), body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
