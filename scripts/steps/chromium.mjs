// @ts-check
import { spawnSync } from "node:child_process";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The installed browser.
 * @returns {string | null} its path, or null where there is none
 */
export function findChromium() {
  for (const name of NAMES) {
    const answer = spawnSync("which", [name], { encoding: "utf8" });
    if (answer.status === 0) return answer.stdout.trim();
  }
  return null;
}
