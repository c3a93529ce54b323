// @ts-check
import { createHash } from "node:crypto";
import { statSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * @typedef {object} Lock
 * @property {() => void} release lets the folder go
 * @property {() => void} announceEnd tells whoever asks that it will soon be let go
 */

/**
 * Holds a folder for this process. The lock is a listening local socket, which the kernel takes back when its process
 * ends in whatever way, so that nothing stale is ever left and nothing is written into the folder.
 * @param {string} folder must exist
 * @param {string} purpose locks with different purposes do not meet
 * @returns {Promise<Lock | null>} null where another process holds it
 */
export async function tryLock(folder, purpose) {
  const address = addressOf(folder, purpose);
  const held = await listen(address);
  if (held || !isFile(address) || (await ask(address)) !== null) return held;
  unlinkSync(address);
  return listen(address);
}

/**
 * Waits until a folder is free, and holds it.
 * @param {string} folder
 * @param {string} purpose
 * @param {() => void} onWait called once where another process holds it
 */
export async function lock(folder, purpose, onWait) {
  for (let first = true; ; first = false) {
    const held = await tryLock(folder, purpose);
    if (held) return held;
    if (first) onWait();
    await pause();
  }
}

/**
 * Holds a folder, waiting only where the one who holds it is about to let it go.
 * @param {string} folder
 * @param {string} purpose
 * @returns {Promise<Lock | null>}
 */
export async function lockAfterEnd(folder, purpose) {
  for (;;) {
    const held = await tryLock(folder, purpose);
    if (held || (await ask(addressOf(folder, purpose))) === "held") return held;
    await pause();
  }
}

function pause() {
  return new Promise((done) => setTimeout(done, 200));
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
 * @returns {Promise<Lock | null>}
 */
function listen(address) {
  let state = "held";
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.end(state);
  });
  const announceEnd = () => {
    state = "ending";
  };
  return new Promise((done, fail) => {
    server.once("error", (error) => {
      if ("code" in error && error.code === "EADDRINUSE") done(null);
      else fail(error);
    });
    server.listen(address, () => done({ release: () => server.unref().close(), announceEnd }));
    server.unref();
  });
}

/**
 * @param {string} address
 * @returns {Promise<string | null>} "held", "ending", or null where nobody answers
 */
function ask(address) {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(address).setEncoding("utf8");
    socket.on("data", (part) => {
      answer += part;
    });
    socket.once("end", () => done(answer || null));
    socket.once("error", () => done(null));
    // A holder too busy to answer, as while it makes the database, holds it all the same.
    setTimeout(() => done("held"), 3000).unref();
  });
}
