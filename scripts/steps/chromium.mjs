// @ts-check
import { spawnSync } from "node:child_process";
import { say } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

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

/**
 * Sees to it that there is a browser, and a font for Chinese: through apt where it may, else by saying what to install.
 * @returns {Promise<boolean>} whether there is one now
 */
export async function provideChromium() {
  if (findChromium() && hasChineseFont()) return true;
  if (mayInstall()) {
    say("浏览器", `正在安装 ${PACKAGES.join(" ")}`);
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...PACKAGES);
  }
  if (findChromium()) return true;
  console.error(
    `✗ 没有找到 Chromium，浏览器测试无法进行\n  请安装后重新运行，例如 sudo apt-get install -y ${PACKAGES.join(" ")}`,
  );
  return false;
}

function hasChineseFont() {
  const answer = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return answer.status !== 0 || answer.stdout.trim() !== "";
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync("which", ["apt-get"]).status === 0;
}

/** @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { stdio: ["ignore", "inherit", "inherit"], env });
}
