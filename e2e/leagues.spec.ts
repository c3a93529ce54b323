import type { Page } from "@playwright/test";
import { command, expect, test } from "./fixtures";

/** A league is looked at, frozen, explained, exempted and rewarded; no person is ranked in public. */

test.describe.configure({ mode: "serial" });

const row = (page: Page, name: string) => page.locator("tr[data-member]").filter({ hasText: name });
const scoreOf = async (page: Page, name: string) =>
  Number((await row(page, name).locator("td").nth(3).textContent())?.trim());

test("an edition shows places, movement and what the score was made of, down to the entry", async ({
  as,
}) => {
  const page = await as("supervisor");
  await page.goto("/leagues");
  await page.getByRole("link", { name: "攻坚组赛马" }).click();
  await expect(page.getByText("第 2 期 样例：8 月", { exact: true })).toBeVisible();
  await expect(page.locator("tr[data-member]")).toHaveCount(7);
  await expect(page.locator("tr[data-member]").first().locator("td").first()).toHaveText("1");
  await expect(page.getByText(/[上下][升降] \d 位/).first()).toBeAttached();
  await page.getByRole("button", { name: /攻坚六组：查看得分构成/ }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "签约率" })).toBeVisible();
  const entry = sheet.getByRole("region", { name: "签约率" }).getByRole("link").first();
  await expect(entry).toHaveText(/^(梅北|梅村|甬江|软东)-\d{3}/);
  await expect(entry).toHaveAttribute("href", /^\/ledgers\/\d+/);
});

test("what is left out for a reason changes the preview and stands under the table", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/leagues/1?edition=live");
  await expect(page.getByText(/实时预览，未定榜。/)).toBeVisible();
  const before = await scoreOf(page, "攻坚六组");
  await page.getByRole("button", { name: /攻坚六组：查看得分构成/ }).click();
  const sheet = page.getByRole("dialog").first();
  await sheet
    .getByRole("button", { name: /^剔除 / })
    .first()
    .click();
  const asked = page.getByRole("dialog").last();
  await asked.getByRole("button", { name: "剔除", exact: true }).click();
  await expect(asked.getByText("此项必填")).toBeVisible();
  await asked.getByLabel("理由").fill("管线改道，暂不能腾空");
  await asked.getByRole("button", { name: "剔除", exact: true }).click();
  await expect(sheet.getByText("理由：管线改道，暂不能腾空")).toBeVisible();
  await sheet.getByRole("button", { name: "关闭" }).click();
  await expect.poll(() => scoreOf(page, "攻坚六组")).toBeGreaterThan(before);
  await expect(page.getByText("攻坚六组：一个清单条目，管线改道，暂不能腾空")).toBeVisible();
});

test("freezing keeps what was looked at as the next edition, with arrows against the last", async ({
  as,
}) => {
  const page = await as("supervisor");
  await page.goto("/leagues/1");
  const freeze = page.getByRole("button", { name: "定榜", exact: true });
  await expect(freeze).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("combobox", { name: "选择榜单" }).selectOption({ label: "实时预览（未定榜）" });
  await expect(page.getByText(/实时预览，未定榜。/)).toBeVisible();
  const score = await scoreOf(page, "攻坚一组");
  await freeze.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row").filter({ hasText: "攻坚一组" })).toContainText(score.toFixed(2));
  await dialog.getByLabel("标题").fill("三季度");
  await dialog.getByRole("button", { name: "定为第 3 期" }).click();
  await expect(page).toHaveURL(/edition=3/);
  await expect(page.getByText("第 3 期 三季度", { exact: true })).toBeVisible();
  expect(await scoreOf(page, "攻坚一组")).toBe(score);
  const again = await command(page, "edition.freeze", { seriesId: 1, fromDay: "2024-03-01" });
  expect([again.status, again.body.code]).toEqual([409, "correctionNeedsNote"]);
});

test("what an edition earns is granted by a click and stands in the record", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/leagues/1?edition=3");
  await page.getByRole("tab", { name: /考核激励/ }).click();
  const grant = page.getByRole("button", { name: /^授予 攻坚.组：授予流动红旗$/ }).first();
  await grant.click();
  await expect(
    page.getByRole("table", { name: "考核激励台账" }).getByText("本期第一 · 第 3 期").first(),
  ).toBeVisible();
});

test("appeals stand beside the edition with their answers", async ({ as }) => {
  const page = await as("leader");
  await page.goto("/leagues/1?edition=2");
  await page.getByRole("tab", { name: /申诉/ }).click();
  await expect(page.getByText(/登记晚了两天/)).toBeVisible();
  await expect(page.getByText(/本期名次不变/)).toBeVisible();
});

test("a series of posts is not shown to staff, and to its member only the own row", async ({ as }) => {
  const staff = await as("staff");
  await staff.goto("/leagues");
  await expect(staff.getByRole("link", { name: "攻坚组赛马" })).toBeVisible();
  await expect(staff.getByText("干部赛马晾绩")).toHaveCount(0);
  expect((await staff.request.get("/leagues/4")).status()).toBe(404);
  expect((await staff.request.get("/api/leagues/4")).status()).toBe(404);
  const head = await as("unitHead");
  await head.goto("/leagues/4");
  await expect(head.locator("tr[data-member]")).toHaveCount(1);
  await expect(row(head, "经发办负责人")).toBeVisible();
  expect(await (await head.request.get("/api/leagues/4")).text()).not.toContain("平安办负责人");
  expect((await (await as("leader")).request.get("/leagues/4/present")).status()).toBe(404);
});

test("on the big screen keys turn the slides and nothing is smaller than 28 pixels", async ({ as }) => {
  const page = await as("leader", { viewport: { width: 1920, height: 1080 } });
  await page.goto("/leagues/1/present?edition=2");
  await expect(page.getByRole("heading", { name: "攻坚组赛马" })).toBeVisible();
  await expect(page.getByText("数据截至8月31日")).toBeVisible();
  expect(await page.locator("main li").count()).toBeLessThanOrEqual(8);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("[data-stage] *")]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((one) => one.closest(".sr-only") === null && one.getClientRects().length > 0)
      .map((one) => Number.parseFloat(getComputedStyle(one).fontSize))
      .filter((size) => size < 28),
  );
  expect(small).toEqual([]);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/#2$/);
  await expect(page.getByText(/每项只比自己承担部分/)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("攻坚一组")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/leagues\/1\?edition=2$/);
});
