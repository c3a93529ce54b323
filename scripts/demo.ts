import { fillDemo, mayFillDemo } from "@/prisma/seed/demo";
import { Fault } from "./faults.mjs";
import { say } from "./steps/say.mjs";

/**
 * Fills an empty installation with the sample year and tells its accounts once.
 * @param password for all of them; null makes one for each
 */
export async function demo(password: string | null): Promise<void> {
  if (!(await mayFillDemo())) throw new Fault("demoNotEmpty");
  say("演示数据", "正在写入（约十秒）");
  const accounts = await fillDemo(password);
  say("演示数据", "已写入，界面显示的日期是 2024年9月30日；账号和密码只显示这一次：");
  for (const { account, title, password: told } of accounts) {
    console.log(`  ${account.padEnd(12)} ${told}  ${title}`);
  }
}
