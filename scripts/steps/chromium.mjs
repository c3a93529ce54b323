// @ts-check
import { spawnSync } from "node:child_process";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** What every browser of ours is started with: no sandbox, because tests run as root in containers, and no calls home. */
export const CHROMIUM_FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

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
