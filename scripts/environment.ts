import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { Fault } from "./faults.mjs";

const SHORTEST = 32;

/** The address that a person opens: one that listens everywhere is shown by a name that others can reach. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? (outsideAddress() ?? "127.0.0.1") : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function outsideAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find((one) => one.family === "IPv4" && !one.internal)?.address;
}

/** Everything that the product reads from its environment, before any of the product is loaded. */
export function provideEnvironment(folder: string, dev: boolean, address: string): void {
  provideSecret(folder);
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", GUATU_DATA: folder });
  process.env.NEXTAUTH_URL ??= address;
}

/** Lets the product check its environment now rather than at the first request. @throws Fault naming the variable */
export async function checkEnvironment(): Promise<void> {
  const { env } = await import("@/lib/env");
  try {
    env();
  } catch (error) {
    throw new Fault("environment", { cause: namesIn(error) });
  }
}

function namesIn(error: unknown): string {
  const issues =
    error instanceof Error && "issues" in error && Array.isArray(error.issues) ? error.issues : [];
  return issues.map((issue) => `${issue.path.join(".")}（${issue.message}）`).join("、") || String(error);
}

/** The secret that signs sessions: from the environment, else one of its own in the data folder. */
function provideSecret(folder: string): void {
  const given = process.env.NEXTAUTH_SECRET;
  if (given !== undefined && Buffer.byteLength(given) < SHORTEST) {
    throw new Fault("environment", { cause: `NEXTAUTH_SECRET 不足 ${SHORTEST} 字节` });
  }
  process.env.NEXTAUTH_SECRET = given ?? ownSecret(path.join(folder, "secret"));
}

function ownSecret(file: string): string {
  if (!existsSync(file)) writeOnce(file, randomBytes(48).toString("base64url"));
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= SHORTEST) return secret;
  throw new Fault("environment", { cause: `${file} 已损坏（请恢复备份，或删除它；删除后所有人须重新登录）` });
}

/** Written beside and linked into place: two instances that share a folder agree on one secret, and none is ever half. */
function writeOnce(file: string, text: string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text, { mode: 0o600 });
  try {
    linkSync(half, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(half);
  }
}
