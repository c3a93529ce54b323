import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "@playwright/test";
import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** Stories of what proves a task: milestones from a template to the last tap, and numbers that are corrected but never overwritten. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A task of the staff's post that is under way, on the day that the sample looks at (2024-09-30). */
async function started(boss: Page, staff: Page, title: string): Promise<number> {
  const { tasks, posts } = await boardOf(boss);
  const owner = posts.find(([, , , , holders]) => holders.includes("经办人甲"));
  const facts = { sectionId: tasks[0]?.[4], title, startDay: "2024-09-02", dueDay: "2024-12-31" };
  const own = { leadUnitId: owner?.[1], ownerPostId: owner?.[0] };
  const added = await command(boss, "task.add", { ...facts, ...own });
  const { taskId } = added.body.result as { taskId: number };
  await command(boss, "task.assign", { tasks: [{ taskId, version: 1 }] });
  const { status, body } = await command(staff, "task.takeStep", { taskId, version: 2, step: "start" });
  expect(status, JSON.stringify(body)).toBe(200);
  return taskId;
}

async function defined(boss: Page, taskId: number, facts: object): Promise<number> {
  const { status, body } = await command(boss, "measure.define", { taskId, ...facts });
  expect(status, JSON.stringify(body)).toBe(200);
  return (body.result as { measureId: number }).measureId;
}

const proofsOf = (page: Page): Locator => page.getByRole("region", { name: "进展依据" });

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await run.run({ runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

test("a task that nothing proves says so, and is planned from a template, shifted and proved on a phone", async ({
  as,
}) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff, "社区用房筹建");
  await staff.goto(`/tasks/${taskId}`);
  const proofs = proofsOf(staff);
  await expect(proofs).toContainText("手工填报");

  await proofs.getByRole("button", { name: "设里程碑" }).click();
  const plan = staff.getByRole("dialog", { name: "设里程碑" });
  await plan.getByLabel("模板").selectOption({ label: "机构筹建" });
  await expect(plan.getByLabel("第 1 个里程碑")).toHaveValue("选址");
  await plan.getByLabel("到", { exact: true }).fill("2024-12-20");
  await expect(plan.getByLabel("应完成日期").last()).toHaveValue("2024-12-20");
  await plan.getByRole("button", { name: "设 3 个里程碑" }).click();
  await expect(proofs).toContainText("已完成 0／3 个");

  await proofs.getByRole("button", { name: "整体平移" }).click();
  const shift = staff.getByRole("dialog", { name: "整体平移里程碑" });
  await shift.getByLabel("移动天数").fill("30");
  await expect(shift).toContainText("超出任务期限");
  await shift.getByRole("button", { name: "平移 3 个" }).click();
  await expect(
    shift
      .getByRole("alert")
      .or(shift.getByText(/平移后超出任务期限：配人/))
      .first(),
  ).toBeVisible();
  await shift.getByLabel("移动天数").fill("7");
  await expect(shift).toContainText("12月27日");
  await shift.getByRole("button", { name: "平移 3 个" }).click();
  await expect(proofs).toContainText("应于 12月27日 完成");
  await expect(proofs).toContainText("原定 12月20日");

  const phone = await as("staff", PHONE);
  await phone.goto(`/tasks/${taskId}`);
  await proofsOf(phone).getByRole("button", { name: "完成", exact: true }).first().click();
  const finish = phone.getByRole("dialog", { name: "完成里程碑：选址" });
  const photo = { name: "现场.txt", mimeType: "text/plain", buffer: Buffer.from("选址现场") };
  await finish.getByTestId("evidence-input").setInputFiles(photo);
  await expect(finish.getByRole("button", { name: "确认完成" })).not.toHaveAttribute("aria-disabled", "true");
  await finish.getByRole("button", { name: "确认完成" }).click();
  await expect(proofsOf(phone)).toContainText("9月30日 完成");
  await expect(proofsOf(phone)).toContainText("现场.txt");
  await expect(proofsOf(phone)).toContainText("已完成 1／3 个");
  expect(await faults(phone)).toEqual([]);
  // The other screen hears of it.
  await expect(proofs).toContainText("已完成 1／3 个");
});

test("a reading is corrected by another, and both stay readable", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff", PHONE)];
  const taskId = await started(boss, staff, "政策宣讲");
  const goal = { direction: "atLeast", aggregation: "sum", target: 40, baseline: 36, baselineYear: 2023 };
  await defined(boss, taskId, { name: "宣讲场数", unit: "场", ...goal });
  await staff.goto(`/tasks/${taskId}`);
  const proofs = proofsOf(staff);
  await expect(proofs).toContainText("目标：不少于 40场");
  await proofs.getByRole("button", { name: "登记宣讲场数" }).click();
  const dialog = staff.getByRole("dialog", { name: /宣讲场数/ });
  await dialog.getByLabel("数值").fill("一百");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toContainText("请填数字");
  await dialog.getByLabel("数值").fill("30");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(proofs).toContainText("75%");

  await proofs.getByText("历次数据（1）").click();
  await proofs.getByRole("button", { name: "更正9月30日的30场" }).click();
  await dialog.getByLabel("数值").fill("20");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(proofs).toContainText("50%");
  await expect(proofs.locator("del")).toHaveText("30场");
  await expect(proofs).toContainText("已更正");
  await expect(proofs.getByText("20场", { exact: true }).last()).toBeVisible();
  expect(await faults(staff)).toEqual([]);
});

test("what must not happen breaks on its day, and the light says which", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff, "校园周边安全");
  await defined(boss, taskId, { name: "重大事故", unit: "起", direction: "zero", aggregation: "sum" });
  await staff.goto(`/tasks/${taskId}`);
  const proofs = proofsOf(staff);
  await expect(proofs).toContainText("今年未发生");
  await proofs.getByRole("button", { name: "登记重大事故" }).click();
  const dialog = staff.getByRole("dialog", { name: "登记：重大事故" });
  await dialog.getByLabel("发生起数").fill("1");
  await dialog.getByLabel("数据日期").fill("2024-09-27");
  await dialog.getByLabel("发生了什么").fill("某厂区火情");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(proofs).toContainText("9月27日发生：某厂区火情");
  await expect(staff.getByRole("main")).toContainText("红灯");
  await expect(staff.getByRole("main")).toContainText(/某厂区火情/);
});

test("a measure is defined at the desk with targets for its quarters, and changed", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff, "企业走访成效");
  await boss.goto(`/tasks/${taskId}`);
  const proofs = proofsOf(boss);
  await proofs.getByRole("button", { name: "设指标" }).click();
  const dialog = boss.getByRole("dialog", { name: "设指标" });
  await dialog.getByLabel("指标名称").fill("解决诉求");
  await dialog.getByLabel("目标值").fill("-5");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toContainText("累计数不能为负");
  await dialog.getByLabel("目标值").fill("80");
  await dialog.getByLabel("单位").fill("件");
  await dialog.getByRole("button", { name: "按季平均" }).click();
  await expect(dialog.getByLabel("到 12月31日")).toHaveValue("80");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(proofs).toContainText("目标：不少于 80件");
  await expect(proofs.getByRole("img", { name: "解决诉求走势" })).toBeVisible();
  await proofs.getByText("数据表").click();
  await expect(proofs.getByRole("table", { name: "解决诉求走势" })).toContainText("2024-12-31");
  expect(await faults(boss)).toEqual([]);
});
