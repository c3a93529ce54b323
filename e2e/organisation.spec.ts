import type { Page } from "@playwright/test";
import { command, expect, PHONE, test } from "./fixtures";

/** The supervisor keeps units and posts, the system administrator the people; everybody else reads. */

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name }).first();
const unique = (word: string) => `${word}${Date.now() % 1_000_000}`;

async function addUnit(page: Page, name: string): Promise<number> {
  const input = { parentId: 1, kind: "department", name };
  const { status, body } = await command(page, "unit.add", input);
  expect(status).toBe(200);
  return (body.result as { unitId: number }).unitId;
}

async function openAt(page: Page, name: string): Promise<void> {
  await page.goto("/organisation");
  await row(page, name).focus();
}

test("a unit is renamed in its place: Escape leaves it, Enter keeps it, and it can be undone", async ({
  as,
}) => {
  const page = await as("supervisor");
  const name = unique("待改名");
  await addUnit(page, name);
  await openAt(page, name);
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "单位名称" }).fill("不要这个");
  await page.keyboard.press("Escape");
  await expect(row(page, name)).toBeFocused();
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "单位名称" }).fill(`${name}新`);
  await page.keyboard.press("Enter");
  await expect(row(page, `${name}新`)).toBeFocused();
  await page.getByRole("region", { name: "消息" }).getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText(`${name}新`, { exact: true })).toHaveCount(0);
  await expect(row(page, name)).toBeVisible();
});

test("when somebody was faster both names are shown, and mine can still be kept", async ({ as }) => {
  const page = await as("supervisor");
  const name = unique("争名");
  const unitId = await addUnit(page, name);
  await openAt(page, name);
  await page.keyboard.press("e");
  expect((await command(page, "unit.edit", { unitId, version: 1, name: `${name}他` })).status).toBe(200);
  await page.getByRole("textbox", { name: "单位名称" }).fill(`${name}我`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: `${name}他` })).toContainText(`${name}我`);
  await page.getByRole("button", { name: "按我的保存" }).click();
  await expect(row(page, `${name}我`)).toBeVisible();
});

test("a row moves with Alt and an arrow, and the arrows walk and fold the tree", async ({ as }) => {
  const page = await as("supervisor");
  const [first, second] = [unique("甲部"), unique("乙部")];
  await addUnit(page, first);
  await addUnit(page, second);
  await openAt(page, first);
  await page.keyboard.press("Alt+ArrowDown");
  const both = page.locator("tbody tr").filter({ hasText: new RegExp(`${first}|${second}`) });
  await expect(both).toHaveText([new RegExp(second), new RegExp(first)]);
  await expect(row(page, first)).toBeFocused();
  await page.keyboard.press("Home");
  const root = page.getByRole("row", { name: /梅墟街道/ }).first();
  await expect(root).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(root).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(root).toHaveAttribute("aria-expanded", "true");
});

test("a post is added, taken by somebody found by initials, given up and closed", async ({ as }) => {
  const page = await as("supervisor");
  const unit = unique("新科");
  const post = unique("新岗");
  await addUnit(page, unit);
  await openAt(page, unit);
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "新增岗位" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("岗位名称").fill(post);
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("岗位名称")).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(row(page, post)).toContainText("暂缺");

  await row(page, post)
    .getByRole("button", { name: `${post}的操作` })
    .click();
  await page.getByRole("menuitem", { name: "任职" }).click();
  await dialog.getByRole("combobox", { name: "姓名" }).fill("gczj");
  await page.getByRole("option", { name: /观察者甲/ }).click();
  await dialog.getByRole("button", { name: "任职" }).click();
  await expect(row(page, post)).toContainText("观察者甲");
  await expect(row(page, post)).toContainText("2024-09-30 起");

  await row(page, post)
    .getByRole("button", { name: `${post}的操作` })
    .click();
  await page.getByRole("menuitem", { name: "撤销岗位" }).click();
  await dialog.getByRole("button", { name: "撤销岗位" }).click();
  await expect(page.getByRole("region", { name: "消息" })).toContainText("1 名在岗人员");
  await page.keyboard.press("Escape");

  await row(page, post)
    .getByRole("button", { name: `${post}的操作` })
    .click();
  await page.getByRole("menuitem", { name: "观察者甲离任" }).click();
  await expect(dialog).toContainText("暂缺");
  await dialog.getByRole("button", { name: "离任" }).click();
  await expect(row(page, post)).toContainText("2024-09-30 至 2024-09-30");
  await page.getByRole("tab", { name: "任职记录" }).click();
  await expect(row(page, post)).toContainText("观察者甲");
});

test("somebody leaves: the posts that stay empty are named first, the work stays with them", async ({
  as,
}) => {
  const page = await as("systemAdmin");
  const name = unique("钱");
  await page.goto("/organisation?tab=people");
  await page.getByRole("button", { name: "新增人员" }).click();
  await page.getByRole("dialog").getByLabel("姓名").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("姓名")).toHaveValue("");
  await page.keyboard.press("Escape");
  await page.getByLabel("查找人员").fill(`qian${name.slice(1)}`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.getByRole("button", { name: `${name}的操作` }).click();
  await page.getByRole("menuitem", { name: "任职" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "岗位" }).fill("财政所经办");
  await page.getByRole("option", { name: /财政所经办/ }).click();
  await dialog.getByRole("button", { name: "任职" }).click();
  await expect(row(page, name)).toContainText("财政所经办");
  await page.getByRole("button", { name: `${name}的操作` }).click();
  await page.getByRole("menuitem", { name: "离岗" }).click();
  await expect(dialog).toContainText("财政所经办");
  await dialog.getByRole("button", { name: "离岗" }).click();
  await expect(row(page, name)).toContainText("将于 2024-09-30 离岗");
});

test("others read it and change nothing", async ({ as }) => {
  const page = await as("staff", PHONE);
  await page.goto("/organisation");
  await expect(row(page, "经发办负责人")).toContainText("单位负责人甲");
  await expect(page.getByRole("button", { name: /的操作$/ })).toHaveCount(0);
  await row(page, "经发办负责人").focus();
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "岗位名称" })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
