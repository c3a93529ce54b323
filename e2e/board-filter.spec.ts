import type { Page } from "@playwright/test";
import { expect, PHONE, test } from "./fixtures";

/** Narrowing and cutting the board: everything stands in the address, every number opens its list. */

const cards = (page: Page) => page.locator("[data-task-id]");
const figure = (page: Page, name: string) =>
  page.getByRole("list", { name: "任务数量" }).getByRole("link", { name: new RegExp(name) });

async function numberOf(page: Page, name: string): Promise<number> {
  await expect(figure(page, name)).toContainText(/\d/);
  return Number(/\d+/.exec((await figure(page, name).textContent()) ?? "")?.[0]);
}

test("what is typed, chosen and grouped survives a reload and can be sent to others", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/board");
  await page.getByRole("searchbox").fill("征收");
  await page.getByRole("button", { name: "亮灯", exact: true }).click();
  await page.getByRole("checkbox", { name: /黄灯/ }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "分组" }).selectOption("按章节");
  await expect(page).toHaveURL(/q=.+&light=yellow&group=section/);
  const found = await cards(page).count();
  expect(found).toBeGreaterThan(0);

  const other = await as("leader");
  await other.goto(page.url());
  await expect(other.getByRole("searchbox")).toHaveValue("征收");
  await expect(other.getByRole("heading", { level: 3 }).first()).toContainText("房屋征收");
  await expect(cards(other)).toHaveCount(found);
  await other.reload();
  await expect(cards(other)).toHaveCount(found);

  await other.getByRole("button", { name: "重置" }).click();
  await expect(other).toHaveURL(/\/board\?group=section$/);
  await expect(other.getByRole("searchbox")).toHaveValue("");
});

test("every number on top opens exactly its list, and Back returns to all", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/board");
  const total = await numberOf(page, "任务总数");
  for (const name of ["逾期", "本期未填报"]) {
    const count = await numberOf(page, name);
    await figure(page, name).click();
    await expect(cards(page)).toHaveCount(count);
    await expect(page.getByRole("button", { name: new RegExp(`^${name}`) })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    expect(await numberOf(page, "任务总数")).toBe(total);
    await figure(page, name).click();
  }
  await expect(page).toHaveURL(/\/board$/);
});

test("mine is what I answer for", async ({ as }) => {
  const page = await as("staff");
  await page.goto("/board");
  const mine = page.getByRole("button", { name: /^我的/ });
  await expect(mine).toContainText(/\d/);
  await mine.click();
  await expect(cards(page).first()).toBeVisible();
  for (const text of await cards(page).allInnerTexts()) expect(text).toContain("经办人甲");
});

test("nothing found says so and offers the way back", async ({ as }) => {
  const page = await as("observer");
  await page.goto("/board?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E4%BB%BB%E5%8A%A1");
  await expect(page.getByText("没有符合条件的任务")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "重置" }).last().click();
  await expect(cards(page).first()).toBeVisible();
});

test("lanes and columns fold, and stay folded", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/board?group=light");
  const lane = page.getByRole("button", { name: /^红灯/ });
  await expect(lane).toHaveAttribute("aria-expanded", "true");
  const before = await cards(page).count();
  await lane.click();
  await expect(lane).toHaveAttribute("aria-expanded", "false");
  expect(await cards(page).count()).not.toBe(before);
  await page.reload();
  await expect(page.getByRole("button", { name: /^红灯/ })).toHaveAttribute("aria-expanded", "false");
});

test("the palette finds a task by its number and opens it beside the board", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/board");
  await expect(cards(page).first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "输入页面或任务" }).fill("1.2");
  const found = page.getByRole("listbox", { name: "找到的页面和任务" });
  await expect(found.getByRole("option").first()).toContainText("1.2 原梅墟村剩余集体土地拆迁项目清零");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "任务详情" })).toContainText("原梅墟村剩余集体土地");
});

test("on paper the board is a list with its conditions and day", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/board?only=overdue");
  await expect(cards(page).first()).toBeVisible();
  const count = await cards(page).count();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("row")).toHaveCount(count + 1);
  await expect(page.getByText(`截至 2024-09-30，共 ${count} 项 · 逾期`)).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(page.getByRole("row")).toHaveCount(0);
});

test("a phone filters in a sheet", async ({ as }) => {
  const page = await as("supervisor", PHONE);
  await page.goto("/board");
  await page.getByRole("button", { name: "筛选" }).click();
  const sheet = page.getByRole("dialog", { name: "筛选" });
  await sheet.getByText("亮灯", { exact: true }).click();
  await sheet.getByRole("checkbox", { name: /红灯/ }).check();
  await sheet.getByRole("button", { name: "查看结果" }).click();
  await expect(page).toHaveURL(/light=red/);
  await expect(page.locator('[data-task-id] svg[data-mark="red"]').first()).toBeVisible();
  await expect(page.locator('[data-task-id] svg[data-mark="green"]')).toHaveCount(0);
});
