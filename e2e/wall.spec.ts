import type { Locator, Page } from "@playwright/test";
import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** The whole plan on one screen and on one sheet: every lamp says why, what is marked stands out, and limits are the office's. */

const DESK = { viewport: { width: 1920, height: 1080 } };
const cells = (page: Page) => page.locator(".wall-sheet [data-task-id]");
const cellOf = (page: Page, code: string): Locator =>
  cells(page).filter({ has: page.getByText(code, { exact: true }) });
const dimmed = (page: Page) => page.locator(".wall-sheet [data-dim]");

async function openWall(page: Page, address = "/wall") {
  await page.goto(address);
  await expect(cells(page).first()).toBeVisible();
}

/** Which lights shine how often, as the marks above the wall count them. */
async function countOf(page: Page, light: string): Promise<number> {
  const mark = page.getByRole("group", { name: "按亮灯标出" }).getByRole("button", { name: light });
  return Number(/\d+/.exec((await mark.textContent()) ?? "")?.[0]);
}

test("the whole plan stands on one screen, and no name is cut in the middle", async ({ as }) => {
  const page = await as("leader", DESK);
  await openWall(page);
  const { tasks } = await boardOf(page);
  await expect(cells(page)).toHaveCount(tasks.length);
  const outside = await cells(page).evaluateAll(
    (all) =>
      all.filter((cell) => {
        const { top, bottom, left, right } = cell.getBoundingClientRect();
        return top < 0 || left < 0 || bottom > window.innerHeight || right > window.innerWidth;
      }).length,
  );
  expect(outside).toBe(0);
  const cut = await cells(page).evaluateAll(
    (all) =>
      all.flatMap((cell) =>
        [...cell.querySelectorAll(".line-clamp-2")].filter(
          (title) => title.scrollHeight > title.clientHeight + 2,
        ),
      ).length,
  );
  expect(cut).toBe(0);
  const head = page.locator(".wall-sheet section").first().locator("header");
  await expect(head).toContainText(/序时 [\d.]+%/);
  await expect(head).toContainText(/\d+\/\d+ 未填报/);
});

test("a lamp says why it shines and since when", async ({ as }) => {
  const page = await as("supervisor", DESK);
  await openWall(page, "/wall?light=red");
  const red = page.locator(".wall-sheet [data-task-id]:not([data-dim])").first();
  await red.locator("[data-lamp]").hover();
  await expect(page.getByText(/红灯.*(逾期|落后|发生).*起/).last()).toBeVisible();
  const phone = await as("supervisor", PHONE);
  await openWall(phone);
  await cellOf(phone, "1.2").locator("[data-lamp]").tap();
  await expect(phone.locator(".drawn-in")).toContainText(/灯/);
  await expect(phone).toHaveURL(/\/wall$/);
});

test("what is marked stands out, the rest stays in its place, and the address carries it", async ({ as }) => {
  const page = await as("supervisor", DESK);
  await openWall(page);
  const red = await countOf(page, "红灯");
  const all = await cells(page).count();
  await page.getByRole("button", { name: /^红灯/ }).click();
  await expect(dimmed(page)).toHaveCount(all - red);
  await expect(cells(page)).toHaveCount(all);
  await expect(page).toHaveURL(/light=red/);
  await page.getByRole("button", { name: /^征收办/ }).click();
  await expect(page).toHaveURL(/light=red&unit=\d+/);
  await page.reload();
  await expect(page.getByRole("button", { name: /^红灯/ })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "清除标记" }).click();
  await expect(dimmed(page)).toHaveCount(0);
});

test("the arrows walk the wall from one stop, Enter opens, Escape comes back", async ({ as }) => {
  const page = await as("supervisor", DESK);
  await openWall(page);
  await expect(page.locator(".wall-sheet [tabindex='0']")).toHaveCount(1);
  await page.locator("#main").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cellOf(page, "1.1").locator("> a")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(cellOf(page, "2.1.2").locator("> a")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "任务详情" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "任务详情" })).toBeHidden();
  await expect(cellOf(page, "2.1.2").locator("> a")).toBeFocused();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/\/wall\/present$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("工作计划");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("房屋征收");
});

test("it is one sheet of A3 or A0, with its day on it", async ({ as }) => {
  const page = await as("supervisor", { viewport: { width: 1440, height: 900 } });
  await openWall(page);
  await page.evaluate(() => {
    window.print = () => {};
  });
  const sheet = async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    return {
      pages: pdf.match(/\/Type ?\/Page\b(?!s)/g)?.length,
      millimetres: [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)),
    };
  };
  expect(await sheet()).toEqual({ pages: 1, millimetres: [420, 297] });
  await page.getByRole("button", { name: "打印" }).click();
  await page.getByRole("menuitem", { name: /A0/ }).click();
  expect(await sheet()).toEqual({ pages: 1, millimetres: [1189, 841] });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/数据截至 2024年9月30日/)).toBeVisible();
});

test("limits that the system administrator sets recolour an open wall", async ({ as }) => {
  const page = await as("leader", DESK);
  await openWall(page);
  const before = await countOf(page, "红灯");
  const keeper = await as("systemAdmin");
  await keeper.goto("/admin");
  const save = keeper.getByRole("region", { name: "亮灯规则" }).getByRole("button", { name: "保存设置" });
  await keeper.getByLabel("红灯：落后序时进度超过").fill("3");
  await save.click();
  await expect(keeper.getByRole("alert").getByText("红灯的界限要比黄灯的大", { exact: false })).toBeVisible();
  await keeper.getByLabel("黄灯：落后序时进度超过").fill("2");
  await save.click();
  await expect(keeper.getByText("设置已保存", { exact: true }).first()).toBeVisible();
  await expect.poll(() => countOf(page, "红灯")).toBeGreaterThan(before);
  await keeper.getByRole("button", { name: "恢复默认" }).click();
  await save.click();
  await expect.poll(() => countOf(page, "红灯")).toBe(before);
});

test("a light that a person sets needs a reason and stands beside what the system finds", async ({ as }) => {
  const page = await as("supervisor", { viewport: { width: 1440, height: 900 } });
  const { tasks } = await boardOf(page);
  const taskId = tasks.find((row) => row[2] === "1.2")?.[0] ?? 0;
  await page.goto(`/tasks/${taskId}`);
  await page.getByRole("button", { name: "更多" }).last().click();
  await page.getByRole("menuitem", { name: "人工定灯" }).click();
  const dialog = page.getByRole("dialog", { name: /人工定灯/ });
  await dialog.getByRole("radio", { name: "绿灯" }).check({ force: true });
  await dialog.getByRole("button", { name: "定灯", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("请填写理由");
  await dialog.getByLabel("理由").fill("已与村委会达成一致");
  await dialog.getByRole("button", { name: "定灯", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/人工定灯（.+）：已与村委会达成一致，自 9月30日 起/).first()).toBeVisible();
  await expect(page.getByText("系统：").first()).toBeVisible();

  const leader = await as("leader", DESK);
  await openWall(leader);
  await cellOf(leader, "1.2").locator("[data-lamp]").hover();
  await expect(leader.locator(".drawn-in")).toContainText(/绿灯.*人工定灯.*系统：/);
  const version = (await boardOf(page)).tasks.find((row) => row[0] === taskId)?.[1];
  expect((await command(leader, "light.restore", { taskId, version })).status).toBe(403);
  expect((await command(page, "light.restore", { taskId, version })).status).toBe(200);
  await expect(page.getByText("系统：")).toHaveCount(0);
});
