import type { Page } from "@playwright/test";
import { boardOf, command, expect, forget, renameUnit, test } from "./fixtures";

/** Stories of one task: conflicts, reasons, drafts of text, sensitive matters. */

/** A task of the staff's post that is in progress. */
async function runningTask(page: Page, fields: Record<string, unknown> = {}): Promise<number> {
  const { tasks, posts } = await boardOf(page);
  const owner = posts.find(([, , , , holders]) => holders.includes("经办人甲"));
  const sectionId = tasks[0]?.[4];
  const facts = {
    sectionId,
    title: "楼宇走访",
    goal: "走访十二幢",
    startDay: "2024-09-02",
    dueDay: "2024-12-20",
  };
  const added = await command(page, "task.add", {
    ...facts,
    leadUnitId: owner?.[1],
    ownerPostId: owner?.[0],
    ...fields,
  });
  const { taskId } = added.body.result as { taskId: number };
  await command(page, "task.assign", { tasks: [{ taskId, version: 1 }] });
  return taskId;
}

async function started(boss: Page, staff: Page, fields: Record<string, unknown> = {}): Promise<number> {
  const taskId = await runningTask(boss, fields);
  const { status, body } = await command(staff, "task.takeStep", { taskId, version: 2, step: "start" });
  expect(status, JSON.stringify(body)).toBe(200);
  return taskId;
}

test("when two change the same words, both texts are shown and nothing is lost", async ({ as }) => {
  const boss = await as("supervisor");
  const taskId = await runningTask(boss);
  await boss.goto(`/tasks/${taskId}`);
  await boss.getByRole("button", { name: "更多" }).click();
  await boss.getByRole("menuitem", { name: "修改" }).click();
  const editing = boss.getByRole("dialog", { name: /修改任务/ });
  await editing.getByLabel("目标要求").fill("走访二十幢");
  const other = await command(boss, "task.edit", { taskId, version: 2, goal: "走访十五幢" });
  expect(other.status).toBe(200);
  await editing.getByRole("button", { name: "保存" }).click();

  const conflict = boss.getByRole("dialog", { name: "内容已被更新" });
  await expect(conflict).toContainText("走访十五幢");
  await expect(conflict).toContainText("走访二十幢");
  await conflict.getByRole("button", { name: "返回继续修改" }).click();
  await expect(editing.getByLabel("目标要求")).toHaveValue("走访二十幢");
  await editing.getByRole("button", { name: "保存" }).click();
  await conflict.getByRole("button", { name: "按我的内容保存" }).click();
  await expect(boss.getByText("已保存修改").first()).toBeVisible();
  await expect(boss.getByRole("main")).toContainText("走访二十幢");
});

test("a change elsewhere in the task is no conflict", async ({ as }) => {
  const boss = await as("supervisor");
  const taskId = await runningTask(boss);
  await boss.goto(`/tasks/${taskId}`);
  await boss.getByRole("button", { name: "更多" }).click();
  await boss.getByRole("menuitem", { name: "修改" }).click();
  const editing = boss.getByRole("dialog", { name: /修改任务/ });
  await editing.getByLabel("任务名称").fill("楼宇走访（改）");
  expect((await command(boss, "task.edit", { taskId, version: 2, weight: 2 })).status).toBe(200);
  await editing.getByRole("button", { name: "保存" }).click();
  await expect(boss.getByText("已保存修改").first()).toBeVisible();
  await expect(boss.getByRole("heading", { level: 1 })).toHaveText("楼宇走访（改）");
});

test("what somebody may not do is greyed out and says whose business it is", async ({ as }) => {
  const [boss, staff, observer] = [await as("supervisor"), await as("staff"), await as("observer")];
  const taskId = await started(boss, staff);
  await observer.goto(`/tasks/${taskId}`);
  const button = observer.getByRole("button", { name: "填报" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription("由责任岗位或单位负责人办理");
  await button.click({ force: true });
  await expect(observer.getByRole("dialog")).toHaveCount(0);
  await observer.getByRole("button", { name: "更多" }).click();
  await expect(observer.getByRole("menuitem")).toHaveText(["导出文书"]);
  const forced = await command(observer, "checkIn.add", { taskId, version: 3, done: "代填" });
  expect(forced.status).toBe(403);
});

test("text that was not sent yet is there again after the page was closed", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff);
  await staff.goto(`/tasks/${taskId}`);
  await staff.getByRole("button", { name: "填报", exact: true }).click();
  await staff.getByLabel("当前进展").fill("已走访三幢");
  await staff.reload();
  await staff.getByRole("button", { name: "填报", exact: true }).click();
  await expect(staff.getByLabel("当前进展")).toHaveValue("已走访三幢");
  await expect(staff.getByText(/已恢复.*未提交的内容/)).toBeVisible();
  await staff.getByLabel("当前进展").press("Control+Enter");
  await expect(staff.getByText("已填报").first()).toBeVisible();
  await expect(staff.getByRole("tabpanel")).toContainText("已走访三幢");
  await staff.getByRole("button", { name: "填报", exact: true }).click();
  await expect(staff.getByLabel("当前进展")).toHaveValue("");
});

test("a report that somebody else has overtaken is compared, then saved on top", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff);
  await staff.goto(`/tasks/${taskId}`);
  await staff.getByRole("button", { name: "填报", exact: true }).click();
  await staff.getByLabel("当前进展").fill("已走访五幢");
  await staff.getByRole("button", { name: /加 20 个百分点/ }).click();
  const other = await command(staff, "checkIn.add", { taskId, version: 3, done: "已走访四幢", progress: 30 });
  expect(other.status).toBe(200);
  await staff.getByRole("button", { name: "保存 20%" }).click();
  const conflict = staff.getByRole("dialog", { name: "内容已被更新" });
  for (const text of ["30%", "20%", "已走访四幢", "已走访五幢"]) await expect(conflict).toContainText(text);
  await conflict.getByRole("button", { name: "按我的内容保存" }).click();
  await expect(staff.getByText("已填报，进度 20%").first()).toBeVisible();
  await expect(staff.getByRole("tabpanel").getByRole("article")).toHaveCount(2);
});

/** By then every page has asked for itself anew after a change of names. */
const LATEST_RENEWAL_MS = 2500;

test("a session that ended meanwhile costs no text", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff);
  await staff.goto(`/tasks/${taskId}`);
  await staff.getByRole("button", { name: "填报", exact: true }).click();
  await staff.getByLabel("当前进展").fill("已走访六幢");
  // A change of names makes every page ask for itself anew within a moment; by then nobody is signed in who could.
  const [unitId, , , name] = (await boardOf(boss)).units[0] ?? [0, null, "", ""];
  await renameUnit(boss, unitId, `${name}（改）`);
  expect((await command(staff, "session.end", {})).status).toBe(200);
  forget("staff");
  await expect(staff.getByText(/登录已过期/).first()).toBeAttached();
  await staff.waitForTimeout(LATEST_RENEWAL_MS);
  await expect(staff.getByLabel("当前进展")).toHaveValue("已走访六幢");
  await staff.getByRole("button", { name: "保存", exact: true }).click();
  await expect(staff.getByRole("dialog").getByText(/登录已过期/)).toBeVisible();
  await expect(staff.getByLabel("当前进展")).toHaveValue("已走访六幢");
  await renameUnit(boss, unitId, name);
});

test("a corrected report stays readable below its correction", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const taskId = await started(boss, staff);
  await command(staff, "checkIn.add", { taskId, version: 3, done: "走访三幢", progress: 30 });
  await staff.goto(`/tasks/${taskId}`);
  await staff.getByRole("button", { name: /更正.*的填报/ }).click();
  await staff.getByLabel("当前进展").fill("走访四幢");
  await staff.getByRole("button", { name: /保存/ }).click();
  const timeline = staff.getByRole("tabpanel");
  await expect(timeline).toContainText("走访四幢");
  await timeline.getByText("查看更正前的内容").click();
  await expect(timeline.getByText("走访三幢")).toBeVisible();
});

test("a sensitive matter is shown on request only, and each look is recorded", async ({ as }) => {
  const [boss, staff, observer] = [await as("supervisor"), await as("staff"), await as("observer")];
  const taskId = await started(boss, staff, { label: "sensitive", title: "某户信访积案化解" });
  expect((await observer.goto(`/tasks/${taskId}`))?.status()).toBe(404);
  await staff.goto(`/tasks/${taskId}`);
  await expect(staff.getByRole("heading", { level: 1 })).not.toContainText("信访");
  expect(await staff.content()).not.toContain("某户信访积案化解");
  const title = staff.getByRole("heading", { level: 1 });
  await staff.getByRole("button", { name: "查看内容" }).click();
  await expect(title).toHaveText("某户信访积案化解");
  await staff.getByRole("button", { name: "重新隐藏" }).click();
  await expect(title).not.toContainText("信访");
  await staff.getByRole("button", { name: "查看内容" }).click();
  await expect(title).toHaveText("某户信访积案化解");
  // One entry for the first look: the stream's word of a look is no reason for another one.
  await staff.getByRole("tab", { name: "历史" }).click();
  await expect(staff.getByText("查看了敏感内容")).toHaveCount(1);
});
