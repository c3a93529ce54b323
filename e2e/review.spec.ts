import type { Page } from "@playwright/test";
import { command, expect, PHONE, test } from "./fixtures";

/** A meeting looks at what changed, on the big screen too, and what it decides is work at once. */

test.describe.configure({ mode: "serial" });

const TITLE = `攻坚例会 ${Date.now()}`;
const TASK = `召集专题协调会 ${Date.now()}`;
let path = "";

const figure = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "总体情况" }).getByRole("link", { name });

test("a meeting is opened with the changes since the last one or since a day", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/meetings");
  await page.getByRole("button", { name: "开会" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("会议名称").fill(TITLE);
  await expect(dialog.getByLabel("自上次会议以来")).toBeChecked();
  await dialog.getByLabel("自某一天以来").check();
  await dialog.getByRole("textbox", { name: "从哪一天起" }).fill("9月1日");
  await dialog.getByRole("button", { name: "开会" }).click();
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
  path = new URL(page.url()).pathname;
  await expect(page.getByText("自9月1日以来的变化")).toBeVisible();
  await expect(page.getByText(/^数据截至9月30日/).filter({ visible: true })).toHaveCount(1);
});

test("every number opens its list, and a change opens what was written", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  const count = Number((await figure(page, "逾期").textContent())?.match(/\d+/)?.[0]);
  await figure(page, "逾期").click();
  await expect(page.getByRole("heading", { name: `逾期（${count} 项）` })).toBeVisible();
  const list = page.locator("#list");
  await expect(list.locator("tbody tr")).toHaveCount(count);
  await expect(list.getByText(/^逾期 \d+ 天/).filter({ visible: true })).toHaveCount(count);
  const row = page.getByRole("button", { name: /1\.1 .*展开 1\.1 的变化/ });
  await row.click();
  await expect(page.getByText(/进展：\s*样例：/).first()).toBeVisible();
});

test("a decision is kept with Enter, and the next can be typed at once", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  const text = page.getByRole("textbox", { name: "内容" });
  await text.fill("逐户排出时间表");
  await text.press("Enter");
  await expect(text).toHaveValue("");
  await text.fill("每周报一次进展");
  await text.press("Enter");
  const decided = page.getByRole("complementary", { name: "议定事项" }).locator("ol > li");
  await expect(decided.filter({ hasText: "每周报一次进展" })).toBeVisible();
  expect(await decided.allInnerTexts()).toEqual([
    expect.stringContaining("逐户排出时间表"),
    expect.stringContaining("每周报一次进展"),
  ]);
});

test("an assignment is a task on the board at once", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  await page.getByRole("button", { name: "交办", exact: true }).first().click();
  await page.getByRole("textbox", { name: "交办事项" }).fill(TASK);
  await page.getByRole("combobox", { name: /关于哪项任务/ }).fill("1.4");
  await page.getByRole("option", { name: /1\.4 软件园东区/ }).click();
  await expect(page.getByRole("combobox", { name: "所属章节" })).toHaveValue(/^1 房屋征收/);
  await page.getByRole("combobox", { name: "责任岗位" }).fill("zsbfzr");
  await page.getByRole("option", { name: /征收办负责人/ }).click();
  await page.getByRole("textbox", { name: "期限" }).fill("10月15日");
  await page.getByRole("textbox", { name: "交办事项" }).press("Enter");
  const outcome = page.getByRole("complementary", { name: "议定事项" }).locator("ol > li").last();
  await expect(outcome).toContainText(TASK);
  await expect(outcome).toContainText("期限 10月15日");
  await expect(outcome).toContainText("1.4 软件园东区地块非住宅攻坚");
  await page.goto(`/board?q=${encodeURIComponent(TASK)}`);
  await expect(page.getByText(TASK).first()).toBeVisible();
});

test("what is missing is said beside its field, and nothing is lost", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  await page.getByRole("button", { name: "交办", exact: true }).first().click();
  await page.getByRole("textbox", { name: "交办事项" }).fill("没有责任人");
  await page.getByRole("textbox", { name: "交办事项" }).press("Enter");
  await expect(page.getByText("请选择责任岗位")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "交办事项" })).toHaveValue("没有责任人");
});

/** Opens the big screen and waits until it answers to keys: the clock runs in the browser alone. */
async function present(page: Page): Promise<void> {
  await page.goto(`${path}/present`);
  await expect(page.locator("time")).toHaveText(/^\d\d:\d\d$/);
}

/** The smallest text on the screen, in px. */
const smallest = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector("[data-stage]") as Node,
      NodeFilter.SHOW_TEXT,
    );
    const sizes: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent || parent.closest(".sr-only")) continue;
      sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return Math.min(...sizes);
  });

test("on the big screen the arrow keys lead from slide to slide, all of it large enough", async ({ as }) => {
  const page = await as("leader", { viewport: { width: 1920, height: 1080 } });
  await present(page);
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
  const number = page.getByRole("link", { name: /任务总数/ }).locator(".tabular");
  expect(
    await number.evaluate((at) => Number.parseFloat(getComputedStyle(at).fontSize)),
  ).toBeGreaterThanOrEqual(96);
  const slides = Number((await page.getByText(/^1 \/ \d+$/).textContent())?.split("/")[1]);
  for (let at = 2; at <= slides; at++) {
    await page.keyboard.press(at % 2 === 0 ? "ArrowRight" : "PageDown");
    await expect(page.getByText(`${at} / ${slides}`)).toBeVisible();
    expect(await smallest(page)).toBeGreaterThanOrEqual(28);
    const stage = page.locator("[data-stage]");
    expect(await stage.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(0);
    expect(await page.locator("main li").count()).toBeLessThanOrEqual(8);
  }
  await expect(page.getByRole("heading", { name: "议定事项" })).toBeVisible();
  await page.keyboard.press("Home");
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
});

test("the big screen survives a lost network and then shows what was written meanwhile", async ({ as }) => {
  const screen = await as("leader", { viewport: { width: 1920, height: 1080 } });
  await present(screen);
  await screen.keyboard.press("End");
  await expect(screen.getByText("每周报一次进展")).toBeVisible();
  await screen.waitForResponse((answer) => answer.url().includes("/api/meetings/"));
  await screen.context().setOffline(true);
  await expect(screen.getByText(/^网络中断，显示的是/)).toBeVisible();
  await screen.keyboard.press("Home");
  await expect(screen.getByRole("heading", { name: TITLE })).toBeVisible();
  await screen.keyboard.press("End");
  await expect(screen.getByText("每周报一次进展")).toBeVisible();
  const recorder = await as("supervisor");
  await recorder.goto(path);
  const written = { meetingId: Number(path.split("/").at(-1)), kind: "decision", text: "断网时的议定" };
  expect((await command(recorder, "outcome.add", written)).status).toBe(200);
  await screen.context().setOffline(false);
  await expect(screen.getByText("断网时的议定")).toBeVisible({ timeout: 20_000 });
  await expect(screen.getByText(/^网络中断/)).toHaveCount(0);
});

test("on paper every change is open and the head of each table repeats", async ({ as }) => {
  const page = await as("supervisor", { viewport: { width: 703, height: 1000 } });
  await page.goto(path);
  await expect(page.getByText(/进展：\s*样例：/).first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/进展：\s*样例：/).first()).toBeVisible();
  await expect(page.getByText(/^数据截至9月30日/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "记录" })).toBeHidden();
  const heads = page.locator("thead");
  expect(await heads.evaluateAll((all) => all.map((head) => getComputedStyle(head).display))).toEqual(
    Array(await heads.count()).fill("table-header-group"),
  );
});

test("a closed meeting is only read until it is opened again with a reason", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto(path);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "结束会议" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束会议" }).click();
  await expect(page.getByText("会议已结束，只能查看。")).toBeVisible();
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "重新打开" }).click();
  await page.getByRole("dialog").getByLabel("重新打开的理由").fill("补记一条");
  await page.getByRole("dialog").getByRole("button", { name: "重新打开" }).click();
  await expect(page.getByRole("textbox", { name: "内容" })).toBeVisible();
});

test("staff read the meeting on a phone and cannot write in it", async ({ as }) => {
  const page = await as("staff", PHONE);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "内容" })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
