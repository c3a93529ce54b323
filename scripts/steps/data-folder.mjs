// @ts-check
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Fault } from "../faults.mjs";

const MARK = "README.txt";
const MARK_TEXT = "挂图（Guatu）的数据文件夹。备份时请整个备份；不要修改里面的文件。\n";
/** Entries that may stand in a folder before it becomes ours. */
const HARMLESS = [".gitkeep", "lost+found"];
const NEEDED_MB = 200;

/**
 * The data folder as an absolute path; it is made where it is missing, and nothing else is touched.
 * @param {string} root the folder of the program
 * @returns {string}
 */
export function makeDataFolder(root) {
  const folder = path.resolve(root, process.env.GUATU_DATA || "data");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    readdirSync(folder);
  } catch (error) {
    throw new Fault("dataUnwritable", { folder, cause: codeOf(error) });
  }
  return folder;
}

/**
 * Refuses a folder that is not ours, that we may not write or that is nearly full, and marks it as ours.
 * @param {string} folder
 */
export function claimDataFolder(folder) {
  const mark = path.join(folder, MARK);
  const isOurs = existsSync(mark) || readdirSync(folder).every((name) => HARMLESS.includes(name));
  if (!isOurs) throw new Fault("dataForeign", { folder });
  const free = freeMegabytes(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (free >= NEEDED_MB && !existsSync(mark)) writeFileSync(mark, MARK_TEXT, { mode: 0o600 });
  } catch (error) {
    throw new Fault("dataUnwritable", { folder, cause: codeOf(error) });
  }
  if (free < NEEDED_MB) throw new Fault("diskFull", { folder, free });
}

/**
 * @param {string} folder
 * @returns {number} whole megabytes that this user may still write there
 */
export function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
