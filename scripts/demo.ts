import { createInterface } from "node:readline";
import { fillDemo, mayBeDemoPassword, mayFillDemo } from "@/prisma/seed/demo";
import { Fault } from "./faults.mjs";
import { say } from "./steps/say.mjs";

/** An input that was inherited and that nobody closes must not be waited for without end. */
const PATIENCE_MS = 2000;

/** Fills an empty installation with the sample year and tells its accounts once. A line on standard input is the
 * password of all of them. */
export async function main(): Promise<void> {
  if (!(await mayFillDemo())) throw new Fault("demoNotEmpty");
  const password = await givenPassword();
  if (password !== null && !mayBeDemoPassword(password)) throw new Fault("demoPasswordWeak");
  say("演示数据", "正在写入（约十秒）");
  const accounts = await fillDemo(password);
  say("演示数据", "已写入，界面显示的日期是 2024年9月30日；账号和密码只显示这一次：");
  for (const { account, title, password: told } of accounts) {
    console.log(`  ${account.padEnd(12)} ${told}  ${title}`);
  }
}

function givenPassword(): Promise<string | null> {
  if (process.stdin.isTTY) return Promise.resolve(null);
  return new Promise((done) => {
    const lines = createInterface({ input: process.stdin });
    const timer = setTimeout(() => lines.close(), PATIENCE_MS);
    lines.once("line", (line) => {
      done(line.trim() || null);
      lines.close();
    });
    lines.once("close", () => {
      clearTimeout(timer);
      done(null);
    });
  });
}
