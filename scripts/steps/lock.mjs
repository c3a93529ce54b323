// @ts-check
import { createHash } from "node:crypto";
import { statSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Holds a folder for this process. The lock is a listening local socket, which the kernel takes back when its process
 * ends in whatever way, so that nothing stale is ever left and nothing is written into the folder.
 * @param {string} folder must exist
 * @param {string} purpose locks with different purposes do not meet
 * @returns {Promise<(() => void) | null>} lets it go; null where another process holds it
 */
export async function tryLock(folder, purpose) {
  const address = addressOf(folder, purpose);
  const server = await listen(address);
  if (server) return () => server.close();
  if (!isFile(address) || (await isAnswered(address))) return null;
  unlinkSync(address);
  const second = await listen(address);
  return second && (() => second.close());
}

/**
 * Waits until a folder is free, and holds it.
 * @param {string} folder
 * @param {string} purpose
 * @param {() => void} onWait called once where another process holds it
 */
export async function lock(folder, purpose, onWait) {
  for (let first = true; ; first = false) {
    const release = await tryLock(folder, purpose);
    if (release) return release;
    if (first) onWait();
    await new Promise((done) => setTimeout(done, 500));
  }
}

/**
 * The folder goes by its number, so that another spelling of its path is the same lock.
 * @param {string} folder
 * @param {string} purpose
 */
function addressOf(folder, purpose) {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `guatu-${createHash("sha256").update(`${purpose}:${dev}:${ino}`).digest("hex").slice(0, 24)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  if (process.platform === "linux") return `\0${name}`;
  return path.join(tmpdir(), `${name}.sock`);
}

/** @param {string} address */
function isFile(address) {
  return path.isAbsolute(address) && process.platform !== "win32";
}

/**
 * @param {string} address
 * @returns {Promise<import("node:net").Server | null>}
 */
function listen(address) {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => {
      if ("code" in error && error.code === "EADDRINUSE") done(null);
      else fail(error);
    });
    server.listen(address, () => done(server.unref()));
  });
}

/** @param {string} address */
function isAnswered(address) {
  return new Promise((done) => {
    const socket = connect(address, () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}
