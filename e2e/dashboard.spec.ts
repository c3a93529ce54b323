import { boardOf, expect, PHONE, test } from "./fixtures";

/** The overview: numbers that open their lists, and what of them the whole world may read. */

test("every number of the overview opens a list of that length", async ({ as }) => {
  const boss = await as("supervisor");
  for (const figure of [/^社会治理 任务 (\d+)$/, /^领导甲 欠进度 (\d+)$/, /^经发办 达进度 (\d+)$/]) {
    await boss.goto("/dashboard");
    const link = boss.getByRole("link", { name: figure });
    const count = figure.exec((await link.getAttribute("aria-label")) ?? "")?.[1] ?? "none";
    await link.click();
    await boss.waitForURL(/\/board/);
    const figures = boss.getByRole("list", { name: "任务数量" });
    const shown = figures.getByRole("link").and(boss.locator("[aria-current=true]"));
    // Where no figure is asked for, the list is as long as everything that is filtered.
    const number = boss.url().includes("only=") ? shown : figures.getByRole("link").first();
    await expect(number).toContainText(new RegExp(`^${count}\\D`));
  }
});

test("the overview is whole on a phone and for who only looks on", async ({ as }) => {
  const observer = await as("observer", PHONE);
  await observer.goto("/dashboard");
  const total = observer.getByRole("list", { name: "任务数量" }).getByRole("link").first();
  await expect(total).toContainText(String((await boardOf(observer)).tasks.length));
  await expect(observer.getByRole("link", { name: "对外公开" })).toHaveCount(0);
  const wide = await observer.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
});

test("the public page has numbers for everybody and names nobody", async ({ as, browser }) => {
  const boss = await as("supervisor");
  const stranger = await browser.newContext();
  const answer = await stranger.request.get(new URL("/public", (await boss.goto("/plan"))?.url()).href);
  expect(answer.status()).toBe(200);
  const html = await answer.text();
  expect(html).toContain("公开事项");
  expect(html).not.toMatch(/督查员甲|领导甲|经发办|征收项目清零/);
  await stranger.close();

  await boss.goto("/dashboard/published");
  const task = boss.getByRole("checkbox", { name: /^1\.1 / });
  await expect(task).toBeChecked();
  await task.click();
  await expect(boss.getByText("已撤下公开页：1 项").first()).toBeVisible();
  await expect(task).not.toBeChecked();
  await boss.getByRole("button", { name: /撤销/ }).click();
  await expect(task).toBeChecked();
});
