import type { Page } from "@playwright/test";
import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** Nag until done: the urge and its reply, the ladder of notices, the later day, and the paper. */

async function idOf(page: Page, code: string): Promise<number> {
  const found = (await boardOf(page)).tasks.find((row) => row[2] === code);
  if (!found) throw new Error(`no task ${code}`);
  return found[0];
}

/** A task in progress that the sample's staff account owns. */
async function savedTask(boss: Page, owner: Page, title: string, dueDay: string): Promise<number> {
  const { tasks } = await boardOf(boss);
  const model = tasks.find((row) => row[2] === "2.3.2");
  if (!model) throw new Error("the sample has no 2.3.2");
  const [sectionId, leadUnitId, ownerPostId, sponsorPostId] = [model[4], model[6], model[7], model[8]];
  const added = await command(boss, "task.add", {
    ...{ sectionId, leadUnitId, ownerPostId, sponsorPostId, title, dueDay, startDay: "2024-09-02" },
  });
  expect(added.status, JSON.stringify(added.body)).toBe(200);
  const { taskId } = added.body.result as { taskId: number };
  const assign = await command(boss, "task.assign", { tasks: [{ taskId, version: 1 }] });
  expect(assign.status, JSON.stringify(assign.body)).toBe(200);
  const start = await command(owner, "task.takeStep", { taskId, version: 2, step: "start" });
  expect(start.status, JSON.stringify(start.body)).toBe(200);
  return taskId;
}

test("an urge goes from the list to the owner's phone and comes back with a line", async ({ as }) => {
  const boss = await as("supervisor");
  const owner = await as("staff", PHONE);
  const taskId = await savedTask(boss, owner, "催办流程样例", "2024-09-27");
  const code = (await boardOf(boss)).tasks.find((row) => row[0] === taskId)?.[2];

  await test.step("one click urges, with the light's own reason", async () => {
    await boss.goto("/supervision");
    await boss.getByRole("button", { name: `催办：${code}`, exact: true }).click();
    await expect(boss.getByText(`已催办 ${code}：逾期 3 天，请今日填报。`).first()).toBeVisible();
    const again = boss.getByRole("button", { name: `催办：${code}`, exact: true });
    await expect(again).toHaveAttribute("aria-disabled", "true");
    await expect(again).toHaveAccessibleDescription(/24 小时内已由 .* 催办过/);
  });

  await test.step("the owner finds it first, and opening it is the receipt", async () => {
    await owner.goto("/");
    await expect(owner.getByRole("heading", { level: 3 }).first()).toHaveText("催办待回复");
    await owner.getByRole("button", { name: `回复 ${code}`, exact: true }).tap();
    const dialog = owner.getByRole("dialog", { name: /回复催办/ });
    await expect(dialog).toContainText("逾期 3 天，请今日填报。");
    await dialog.getByRole("textbox", { name: "回复" }).fill("周五前报完成情况");
    await dialog.getByRole("button", { name: "回复" }).tap();
    await expect(owner.getByText("已回复催办").first()).toBeVisible();
    await expect(owner.getByRole("button", { name: `回复 ${code}`, exact: true })).toHaveCount(0);
  });

  await test.step("the supervisor reads the receipt and the reply, on the task as well", async () => {
    await boss.goto(`/tasks/${taskId}`);
    const section = boss.getByRole("region", { name: "督办" });
    await expect(section).toContainText("周五前报完成情况");
    await expect(section).toContainText(/经办人甲 .*已阅/);
  });
});

test("a blue notice that lapsed is proposed for orange, and a person issues it", async ({ as }) => {
  const boss = await as("supervisor");
  await boss.goto("/supervision");
  await boss.getByRole("tab", { name: /督办单/ }).click();
  const proposed = boss.getByRole("region", { name: "回复逾期，建议升级" });
  await expect(proposed).toContainText("督〔2024〕1号");
  await expect(proposed).toContainText("回复逾期 7 天");
  await proposed.getByRole("button", { name: "升级为橙色督办：督〔2024〕1号" }).click();
  const dialog = boss.getByRole("dialog", { name: /签发督办单（橙色督办）/ });
  await expect(dialog.getByLabel("事由")).toHaveValue(/督〔2024〕1号.*至今未回复/);
  await dialog.getByRole("button", { name: "签发", exact: true }).click();
  await expect(boss.getByText("已签发 督〔2024〕2号").first()).toBeVisible();
  const running = boss.getByRole("region", { name: "办理中" });
  await expect(running).toContainText("督〔2024〕2号");
  await expect(boss.getByRole("region", { name: "回复逾期，建议升级" })).toHaveCount(0);

  await running.getByRole("link", { name: "督〔2024〕2号" }).click();
  await expect(boss.getByRole("article")).toContainText("本督办单由督〔2024〕1号升级");
});

test("the paper of a notice prints alone, on A4 with the margins of official papers", async ({ as }) => {
  const boss = await as("supervisor");
  await boss.goto("/supervision/notices/1");
  const paper = boss.getByRole("article");
  await expect(paper).toContainText("督〔2024〕1号");
  await expect(paper).toContainText("蓝色督办");
  await expect(paper).toContainText("二、办理要求");
  await boss.emulateMedia({ media: "print" });
  await expect(boss.getByRole("banner")).toBeHidden();
  await expect(boss.getByRole("button", { name: "打印" })).toBeHidden();
  await expect(paper).toBeVisible();
  const rules = await boss.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .filter((text) => text.startsWith("@page official")),
  );
  expect(rules.join()).toContain("margin: 37mm 26mm 35mm 28mm");
  const { fontSize, page } = await paper.evaluate((element) => {
    const style = getComputedStyle(element);
    return { fontSize: style.fontSize, page: style.getPropertyValue("page") };
  });
  expect([Math.round(Number.parseFloat(fontSize)), page]).toEqual([21, "official"]);
  expect((await boss.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(5_000);
});

test("a later day is asked for, granted, and both days stay in sight", async ({ as }) => {
  const boss = await as("supervisor");
  const owner = await as("staff", PHONE);
  const leader = await as("leader");
  const taskId = await savedTask(boss, owner, "延期流程样例", "2024-10-31");
  const code = (await boardOf(boss)).tasks.find((row) => row[0] === taskId)?.[2];

  await test.step("the owner asks from a phone", async () => {
    await owner.goto(`/tasks/${taskId}`);
    await owner.getByRole("button", { name: "申请延期" }).tap();
    const dialog = owner.getByRole("dialog", { name: /申请延期/ });
    await dialog.getByRole("textbox", { name: "申请延至" }).fill("2024-11-30");
    await dialog.getByLabel("延期理由").fill("第三方评估尚未完成");
    await dialog.getByRole("button", { name: "提交申请" }).tap();
    await expect(owner.getByText("已提交延期申请，批准前期限不变").first()).toBeVisible();
    await expect(owner.getByText("10月31日").first()).toBeVisible();
  });

  await test.step("the sponsor answers on the desk", async () => {
    await leader.goto("/");
    await leader.getByRole("button", { name: `审批 ${code}`, exact: true }).click();
    const dialog = leader.getByRole("dialog", { name: /审批延期/ });
    await expect(dialog).toContainText("第三方评估尚未完成");
    await dialog.getByRole("button", { name: "同意" }).click();
    await expect(leader.getByText("已同意延期至 11月30日").first()).toBeVisible();
  });

  await test.step("task and board show the new day, the first one and the count", async () => {
    await expect(owner.getByText("11月30日").first()).toBeVisible();
    await expect(owner.getByText("原定 10月31日 · 延期 1 次").first()).toBeVisible();
    await boss.goto(`/board?q=${encodeURIComponent("延期流程样例")}`);
    const card = boss.locator(`[data-task-id="${taskId}"]`);
    await expect(card).toContainText("延期 1 次");
    await expect(card).toContainText("10月31日");
    await expect(card).toContainText("11月30日");
  });
});

test("a task is asked to end, and ends when the sponsor agrees", async ({ as }) => {
  const [boss, owner, leader] = [await as("supervisor"), await as("staff", PHONE), await as("leader")];
  const taskId = await savedTask(boss, owner, `终止流程样例${Date.now() % 100_000}`, "2024-12-20");
  const code = (await boardOf(boss)).tasks.find((row) => row[0] === taskId)?.[2];

  await test.step("the owner says why, and the task goes on meanwhile", async () => {
    await owner.goto(`/tasks/${taskId}`);
    await owner.getByRole("button", { name: "申请暂缓或终止" }).tap();
    const dialog = owner.getByRole("dialog", { name: /申请暂缓或终止/ });
    await dialog.getByRole("radio", { name: /终止/ }).check({ force: true });
    await dialog.getByRole("button", { name: "提交申请" }).tap();
    await expect(dialog.getByRole("alert")).toContainText("理由");
    await dialog.getByLabel("理由").fill("上级已统一承办");
    await dialog.getByRole("button", { name: "提交申请" }).tap();
    await expect(owner.getByText("已提交申请，批准前照常推进").first()).toBeVisible();
  });

  await test.step("the sponsor agrees at the desk", async () => {
    await leader.goto("/");
    await leader.getByRole("button", { name: `审批 ${code}`, exact: true }).click();
    const dialog = leader.getByRole("dialog", { name: /审批暂缓或终止/ });
    await expect(dialog).toContainText("上级已统一承办");
    await dialog.getByRole("button", { name: "同意" }).click();
    await expect(leader.getByText("已同意终止").first()).toBeVisible();
  });

  await expect.poll(async () => (await boardOf(boss)).tasks.find((row) => row[0] === taskId)?.[5]).toBe(6);
});

test("a leader finds the sample's waiting request, an outsider none of it", async ({ as }) => {
  const leader = await as("leader");
  await leader.goto("/supervision");
  await leader.getByRole("tab", { name: /延期、暂缓申请/ }).click();
  await expect(leader.getByRole("region", { name: "待审批" })).toContainText("三个数据库");
  const head = await as("unitHead");
  const taskId = await idOf(head, "1.4");
  const answer = await command(head, "notice.withdraw", { noticeId: 1, version: 1, reason: "x" });
  expect(answer.status).toBe(403);
  await head.goto("/supervision");
  await head.getByRole("tab", { name: /督办单/ }).click();
  await expect(head.getByText("督〔2024〕1号")).toHaveCount(0);
  expect(taskId).toBeGreaterThan(0);
});
