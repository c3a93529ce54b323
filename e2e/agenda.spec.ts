import type { Locator, Page } from "@playwright/test";
import { command, expect, PHONE, test } from "./fixtures";

/** A meeting of a series from its first plan to its end: agenda, attendance, the big screen in step with the recorder. */

test.describe.configure({ mode: "serial" });

const SERIES = `专题调度会 ${Date.now()}`;
const TITLE = `第一次${SERIES}`;
const MATTER = `通报上周情况 ${Date.now()}`;
const LATE = `临时提请 ${Date.now()}`;
let path = "";

const rows = (page: Page) => page.locator("[data-item-id]");
const titles = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => row.textContent ?? ""));

/** Drags with real mouse events onto the upper edge of another row. */
async function drag(page: Page, handle: Locator, over: Locator): Promise<void> {
  await over.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await over.boundingBox()];
  if (!from || !to) throw new Error("nothing to drag");
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 16, from.y + 2, { steps: 4 });
  await page.waitForTimeout(150);
  await page.mouse.move(to.x + 200, to.y + 4, { steps: 10 });
  await page.waitForTimeout(100);
  await page.mouse.up();
}

test("a series is set up with its rhythm, its people and what it talks about", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/meetings");
  await page.getByRole("button", { name: "新建系列" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("系列名称").fill(SERIES);
  await dialog.getByLabel("星期几").selectOption("3");
  await dialog.getByLabel("会期").fill("20");
  await dialog.getByRole("textbox", { name: "地点" }).fill("三楼会议室");
  await dialog.getByRole("combobox", { name: /参会岗位/ }).fill("jbrj");
  await page.getByRole("option", { name: /经办人甲/ }).click();
  await dialog.getByRole("textbox", { name: "固定议题名称" }).fill(MATTER);
  await dialog.getByRole("button", { name: "加固定议题" }).click();
  await dialog.getByRole("button", { name: "保存" }).click();
  const row = page.getByRole("row").filter({ hasText: SERIES });
  await expect(row).toContainText("每周三 09:00");
  await expect(row).toContainText("参会 1 人");
});

test("whoever works on a task puts it forward from its page", async ({ as }) => {
  const page = await as("staff", PHONE);
  await page.goto("/tasks/1");
  await page.getByRole("button", { name: "提请上会" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("哪个会议").selectOption({ label: SERIES });
  await dialog.getByRole("button", { name: "提请" }).tap();
  await expect(dialog.getByRole("alert")).toContainText("请写明需要会议解决什么");
  await dialog.getByLabel("需要会议解决什么").fill("请明确补偿口径");
  await dialog.getByRole("button", { name: "提请" }).tap();
  await expect(page.getByText("已提请，等待列入议程").first()).toBeVisible();
});

test("a meeting is prepared: the agenda is there, is added to, timed and put in order", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/meetings");
  await page.getByRole("row").filter({ hasText: SERIES }).getByRole("button", { name: "筹备下次" }).click();
  await page.getByRole("dialog").getByLabel("会议名称").fill(TITLE);
  await page.getByRole("dialog").getByRole("button", { name: "筹备", exact: true }).click();
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
  path = new URL(page.url()).pathname;
  await expect(page.getByText("筹备中").first()).toBeVisible();
  await expect(rows(page).filter({ hasText: MATTER })).toBeVisible();
  // What was put forward for the series is on the agenda of its next meeting; what comes later is taken by hand.
  await expect(rows(page).filter({ hasText: "请明确补偿口径" })).toBeVisible();
  const before = await rows(page).count();
  const href = (await page.getByRole("link", { name: SERIES }).getAttribute("href")) ?? "";
  const late = { seriesId: Number(href.split("/").at(-1)), title: LATE, reason: "当天提出" };
  expect((await command(page, "agenda.propose", late)).status).toBe(200);
  await page.reload();
  await page.getByRole("button", { name: /从备选议题中选/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `列入：${LATE}` })
    .click();
  await expect(page.getByRole("dialog").getByText("没有备选议题。")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
  await expect(rows(page)).toHaveCount(before + 1);
  const own = rows(page).filter({ hasText: "请明确补偿口径" });
  await own.getByRole("textbox", { name: /用时$/ }).fill("400");
  await own.getByRole("textbox", { name: /用时$/ }).press("Enter");
  await expect(page.getByText(/^超出 \d+ 分钟$/)).toBeVisible();
  await own.getByRole("button", { name: /的操作$/ }).click();
  await page.getByRole("menuitem", { name: "移到最前" }).click();
  await expect.poll(async () => (await titles(page))[0]).toContain("请明确补偿口径");
  const fixed = rows(page).filter({ hasText: MATTER });
  await fixed.getByRole("button", { name: /的操作$/ }).click();
  await page.getByRole("menuitem", { name: "移到最前" }).click();
  await expect.poll(async () => (await titles(page))[0]).toContain(MATTER);
  // By mouse the two change places, and back.
  await drag(page, own.locator("[data-handle]"), fixed);
  await expect.poll(async () => (await titles(page))[0]).toContain("请明确补偿口径");
  await drag(page, fixed.locator("[data-handle]"), own);
  await expect.poll(async () => (await titles(page))[0]).toContain(MATTER);
});

test("it is opened, begins, and who came is noted with one tap each", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  await page.getByRole("button", { name: "开会（定格数据）" }).click();
  await expect(page.getByText(/^数据截至9月30日/).filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "开始开会" }).click();
  await expect(page.getByText("正在开会")).toBeVisible();
  await page.getByRole("tab", { name: /参会/ }).click();
  await page.getByRole("button", { name: "全部出席" }).click();
  await expect(page.getByText("应到 1 人，出席 1 人")).toBeVisible();
  await page.getByRole("button", { name: "请假" }).click();
  await expect(page.getByText("应到 1 人，请假 1 人")).toBeVisible();
});

test("the big screen leads, another follows, and what the recorder writes is on both", async ({ as }) => {
  const view = { viewport: { width: 1920, height: 1080 } };
  const [recorder, presenter, room] = [
    await as("supervisor"),
    await as("supervisor", view),
    await as("leader", view),
  ];
  await recorder.goto(path);
  await presenter.goto(`${path}/present`);
  await room.goto(`${path}/present`);
  await expect(presenter.getByRole("button", { name: /^领讲中/ })).toBeVisible();
  await expect(room.getByRole("button", { name: /^跟随中/ })).toBeVisible();
  while (!(await presenter.getByRole("heading", { name: /^议程 \d+$/ }).isVisible()))
    await presenter.keyboard.press("ArrowRight");
  await expect(room.getByRole("heading", { name: /^议程 \d+$/ })).toBeVisible();
  await presenter.keyboard.press("ArrowRight");
  while (!(await presenter.getByRole("heading", { name: /^议题 1 / }).isVisible()))
    await presenter.keyboard.press("ArrowRight");
  await expect(room.getByRole("heading", { name: /^议题 1 / })).toBeVisible();
  await expect(presenter.getByRole("timer")).toContainText("还剩");
  await expect(recorder.getByText("投屏正在讲：")).toContainText(MATTER);
  await recorder.getByRole("button", { name: `写讨论情况：${MATTER}` }).click();
  await recorder.getByRole("textbox", { name: `讨论情况：${MATTER}` }).fill("上周完成三户签约");
  await expect(room.getByText("上周完成三户签约")).toBeVisible();
  await recorder.getByRole("textbox", { name: "内容" }).fill("本周再签两户");
  await recorder.getByRole("textbox", { name: "内容" }).press("Enter");
  await expect(rows(recorder).filter({ hasText: MATTER })).toContainText("本周再签两户");
  await expect(presenter.getByText("本周再签两户")).toBeVisible();
  await expect(room.getByText("本周再签两户")).toBeVisible();
  await room.keyboard.press("ArrowLeft");
  await expect(room.getByRole("button", { name: /^自行翻看/ })).toBeVisible();
  await presenter.keyboard.press("ArrowRight");
  await expect(presenter.getByRole("heading", { name: /^议题 2 / })).toBeVisible();
  await expect(recorder.getByText("投屏正在讲：")).toContainText("：2. 1.1 ");
  await expect(room.getByRole("heading", { name: /^议程 \d+$/ })).toBeVisible();
  await room.getByRole("button", { name: /^自行翻看/ }).click();
  await expect(room.getByRole("heading", { name: /^议题 2 / })).toBeVisible();
});

test("of two screens of the office one leads, and the other takes over with one press", async ({ as }) => {
  const view = { viewport: { width: 1920, height: 1080 } };
  const [first, second] = [await as("supervisor", view), await as("supervisor", view)];
  await first.goto(`${path}/present`);
  await expect(first.getByRole("button", { name: /^领讲中/ })).toBeVisible();
  await second.goto(`${path}/present`);
  await expect(second.getByText(/领讲$/).first()).toBeVisible();
  await expect(second.getByRole("button", { name: /^跟随中/ })).toBeVisible();
  await first.keyboard.press("ArrowRight");
  await expect(second).toHaveURL(/#2$/);
  await second.getByRole("button", { name: "由我领讲" }).click();
  await expect(second.getByRole("button", { name: /^领讲中/ })).toBeVisible();
  await expect(first.getByRole("button", { name: /^跟随中/ })).toBeVisible();
  await second.keyboard.press("ArrowRight");
  await expect(first).toHaveURL(/#3$/);
  await second.keyboard.press("Escape");
  await expect(first.getByText("无人领讲")).toBeVisible();
});

test("the big screen is dark when it is wanted, and legible then", async ({ as }) => {
  const page = await as("leader", { viewport: { width: 1920, height: 1080 } });
  await page.goto(`${path}/present`);
  await page.getByRole("button", { name: "深色" }).click();
  const ground = page.locator("[data-stage]");
  expect(await ground.evaluate((box) => getComputedStyle(box).backgroundColor)).toBe("rgb(18, 22, 27)");
  expect(await ground.evaluate((box) => getComputedStyle(box).color)).toBe("rgb(244, 245, 246)");
  await page.reload();
  await expect(page.getByRole("button", { name: "浅色" })).toBeVisible();
});

test("a closed meeting keeps its agenda, which nobody changes any more", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "结束会议" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束会议" }).click();
  await expect(page.getByText("会议已结束，只能查看。")).toBeVisible();
  await expect(rows(page).filter({ hasText: MATTER })).toContainText("上周完成三户签约");
  await expect(page.getByRole("button", { name: "增加议题" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /的操作$/ })).toHaveCount(0);
});
