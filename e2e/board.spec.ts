import type { Locator, Page } from "@playwright/test";
import { command, expect, PHONE, test } from "./fixtures";

/** Moving cards: the mouse, the menu and the keys do the same, and a refusal says why. */

const column = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name}，`) });
const order = (list: Locator) =>
  list.getByRole("link").evaluateAll((links) =>
    links
      .map((link) => ({ top: link.getBoundingClientRect().top, href: link.getAttribute("href") ?? "" }))
      .sort((a, b) => a.top - b.top)
      .map(({ href }) => href),
  );

async function openBoard(page: Page, search = "") {
  await page.goto(`/board${search}`);
  await expect(page.getByRole("link").filter({ hasText: /[%月]/ }).first()).toBeVisible();
}

/** Drags with real mouse events, because a drop without them would not be the browser's own. */
async function drag(page: Page, from: Locator, to: { x: number; y: number }) {
  const box = await from.boundingBox();
  if (!box) throw new Error("nothing to drag");
  await page.mouse.move(box.x + 60, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 48, { steps: 4 });
  await page.waitForTimeout(150);
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.waitForTimeout(100);
}

/** The post that somebody holds, and its unit. */
async function ownOf(page: Page, holder: string): Promise<{ ownerPostId: number; leadUnitId: number }> {
  const { posts } = await (await page.request.get("/api/board")).json();
  const [ownerPostId, leadUnitId] = posts.find((post: unknown[]) => String(post[4]).includes(holder));
  return { ownerPostId, leadUnitId };
}

async function middleOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error("nowhere to go");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a card is dragged within its column, and put back by keys and by the menu", async ({ as }) => {
  const page = await as("supervisor");
  await openBoard(page);
  const running = column(page, "推进中");
  const before = await order(running);
  const [first, second, third] = before;
  const link = running.locator(`a[href="${first}"]`);
  await page.waitForTimeout(500); // the kit for dragging comes after the cards
  const gap = await running.locator(`a[href="${third}"]`).boundingBox();
  await drag(page, link, { x: (gap?.x ?? 0) + 60, y: (gap?.y ?? 0) + (gap?.height ?? 0) - 4 });
  await expect(page.locator("[data-insert]")).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => order(running).then((now) => now.slice(0, 3))).toEqual([second, third, first]);

  await link.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => order(running).then((now) => now.slice(0, 3))).toEqual([second, first, third]);

  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "移到最前" }).click();
  await expect.poll(() => order(running).then((now) => now.slice(0, 3))).toEqual([first, second, third]);
  await page.reload();
  await expect
    .poll(() => order(column(page, "推进中")).then((now) => now.slice(0, 3)))
    .toEqual(before.slice(0, 3));
});

test("a card dragged where it may not go says why before it is let go, and afterwards", async ({ as }) => {
  const page = await as("supervisor");
  await openBoard(page);
  await page.waitForTimeout(500);
  const link = column(page, "推进中").getByRole("link").first();
  await drag(page, link, await middleOf(column(page, "待核查")));
  await expect(page.locator('[data-zones="submitted"]')).toContainText("由责任岗位或单位负责人办理");
  await expect(page.locator('[data-zones="closed"]')).toContainText("流程中无此步骤");
  await page.mouse.up();
  await expect(page.getByRole("region", { name: "消息" })).toContainText("由责任岗位或单位负责人办理");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("dragged, chosen from the menu or opened by key, a closing asks the same question", async ({ as }) => {
  const page = await as("supervisor");
  await openBoard(page);
  await page.waitForTimeout(500);
  const link = column(page, "待核查").getByRole("link").first();
  const dialog = page.getByRole("dialog", { name: /^核查销号/ });
  await drag(page, link, await middleOf(column(page, "已销号")));
  await page.mouse.up();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await link.focus();
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "已销号" }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");

  await link.hover();
  await page.getByRole("button", { name: "卡片菜单" }).first().click();
  await page.getByRole("menuitem", { name: "已销号" }).click();
  await expect(dialog).toBeVisible();
});

test("the owner starts a task by dragging it; a refusal of the server takes the card back", async ({
  as,
}) => {
  const office = await as("supervisor");
  await openBoard(office);
  const title = `看板拖动${Date.now()}`;
  const added = await command(office, "task.add", {
    ...{ sectionId: 1, title, startDay: "2024-09-01", dueDay: "2024-12-31" },
    ...(await ownOf(office, "经办人甲")),
  });
  const { taskId } = added.body.result as { taskId: number };
  const handed = await command(office, "task.assign", { tasks: [{ taskId, version: 1 }] });
  expect(handed.status, JSON.stringify(handed.body)).toBe(200);

  const page = await as("staff");
  await openBoard(page, `?mine=1&q=${encodeURIComponent(title)}`);
  await page.waitForTimeout(500);
  await page.route("**/api/commands/task.takeStep", async (route) => {
    const body = { title: "任务刚被收回，不能启动。", status: 409, code: "wrongStatus" };
    await route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(body) });
  });
  const link = page.locator(`a[href="/tasks/${taskId}"]`);
  await drag(page, link, await middleOf(column(page, "推进中")));
  await page.mouse.up();
  await expect(page.getByRole("region", { name: "消息" })).toContainText("任务刚被收回，不能启动。");
  await expect(column(page, "已交办").locator(`a[href="/tasks/${taskId}"]`)).toBeVisible();

  await page.unroute("**/api/commands/task.takeStep");
  await drag(page, link, await middleOf(column(page, "推进中")));
  await page.mouse.up();
  await expect(column(page, "推进中").locator(`a[href="/tasks/${taskId}"]`)).toBeVisible();
  await page.reload();
  await expect(column(page, "推进中").locator(`a[href="/tasks/${taskId}"]`)).toBeVisible();
});

test("many cards are selected by keys and handed over together", async ({ as }) => {
  const page = await as("supervisor");
  await openBoard(page);
  await column(page, "推进中").getByRole("link").first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("已选 3 项")).toBeVisible();
  await expect(page.getByText("推进中 3")).toBeVisible();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(page.getByText("已选 2 项")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog")).toContainText("2 项");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^已选/)).toHaveCount(0);
});

test("a task opens beside the board, keys walk on, Escape and Back close it", async ({ as }) => {
  const page = await as("supervisor");
  await openBoard(page);
  const links = column(page, "推进中").getByRole("link");
  await links.first().click();
  const panel = page.getByRole("complementary", { name: "任务详情" });
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeVisible();
  const address = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(address);
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await links.nth(2).click();
  await expect(panel).toBeVisible();
  await page.goBack();
  await expect(panel).toHaveCount(0);
});

test("single letters can be switched off, arrows stay", async ({ as }) => {
  const page = await as("supervisor");
  await openBoard(page);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: /启用单字母快捷键/ }).uncheck();
  await page.keyboard.press("Escape");
  const first = column(page, "推进中").getByRole("link").first();
  await first.focus();
  await page.keyboard.press("x");
  await expect(page.getByText(/^已选/)).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(column(page, "推进中").getByRole("link").nth(1)).toBeFocused();
});

test("a phone shows one column at a time, and the lamp says why under a finger", async ({ as }) => {
  const page = await as("supervisor", PHONE);
  await page.goto("/board");
  await expect(page.getByRole("tab", { name: /推进中/ })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: /已销号/ }).click();
  await expect(
    page
      .getByRole("region", { name: /^已销号，/ })
      .getByRole("link")
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: /^推进中，/ })).toHaveCount(0);
  await page.locator("[data-lamp]").first().tap();
  await expect(page.getByText(/^绿灯\s*已销号/).last()).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
