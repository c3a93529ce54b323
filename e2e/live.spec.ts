import type { Page } from "@playwright/test";
import { command, expect, renameUnit, test } from "./fixtures";

/** What one person does, another sees without a reload; a line that breaks is picked up where it broke. */

type Row = [id: number, version: number, code: string, title: string];

async function firstRunning(page: Page): Promise<Row> {
  const { columns } = await (await page.request.get("/api/board")).json();
  const at = columns[5].indexOf(2);
  return [columns[0][at], columns[1][at], columns[2][at], columns[3][at]];
}

const rename = async (page: Page, title: string) => {
  const [taskId, version] = await firstRunning(page);
  const answer = await command(page, "task.edit", { taskId, version, title });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

test("a second browser sees a change without a reload", async ({ as }) => {
  const [page, other] = [await as("supervisor"), await as("leader")];
  await other.goto("/board");
  await expect(other.locator("[data-task-id]").first()).toBeVisible();
  const [, , , before] = await firstRunning(page);
  const title = `${before}（${Date.now() % 100_000}）`;
  await rename(page, title);
  await expect(other.getByText(title)).toBeVisible();
  await rename(page, before);
  await expect(other.getByText(before, { exact: true })).toBeVisible();
});

test("two tabs of one person share one stream, and the second goes on when the first closes", async ({
  as,
}) => {
  const first = await as("supervisor");
  await first.goto("/board");
  await expect(first.locator("[data-task-id]").first()).toBeVisible();
  const second = await first.context().newPage();
  let streams = 0;
  second.on("request", (request) => {
    if (request.url().includes("/api/live")) streams += 1;
  });
  await second.goto("/board");
  await expect(second.locator("[data-task-id]").first()).toBeVisible();
  const [, , , before] = await firstRunning(second);
  const title = `${before}（${Date.now() % 100_000}）`;
  await rename(second, title);
  await expect(second.getByText(title)).toBeVisible();
  expect(streams).toBe(0);
  await first.close();
  await expect.poll(() => streams).toBe(1);
  await rename(second, before);
  await expect(second.getByText(before, { exact: true })).toBeVisible();
});

test("without its line the board says as of when it is, and catches up afterwards", async ({ as }) => {
  const [page, other] = [await as("leader"), await as("supervisor")];
  await page.route("**/api/live**", (route) => route.abort());
  await page.goto("/board");
  await expect(page.locator("[data-task-id]").first()).toBeVisible();
  await expect(page.getByText(/离线·数据截至 \d\d:\d\d/)).toBeVisible();
  const [, , , before] = await firstRunning(other);
  const title = `${before}（${Date.now() % 100_000}）`;
  await rename(other, title);
  await page.unroute("**/api/live**");
  await expect(page.getByText(title)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/离线·数据截至/)).toHaveCount(0);
  await rename(other, before);
});

test("a command that the network swallowed is sent again under the same key and done once", async ({
  as,
}) => {
  const page = await as("supervisor");
  await page.goto("/board");
  const keys: string[] = [];
  await page.route("**/api/commands/task.reorder", async (route) => {
    keys.push(route.request().headers()["idempotency-key"] ?? "");
    // The first one arrives, only its answer is lost.
    if (keys.length === 1) {
      await route.fetch();
      await route.abort("connectionreset");
    } else await route.continue();
  });
  const links = page.getByRole("region", { name: /^推进中，/ }).getByRole("link");
  await links.first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => keys.length).toBe(2);
  expect(keys[0]).toBe(keys[1]);
  await expect(page.getByRole("region", { name: "消息" })).toHaveCount(0);
  await links.nth(1).focus();
  await page.keyboard.press("Alt+ArrowUp");
});

test("when the session ends the page stays, asks to sign in elsewhere, and goes on afterwards", async ({
  as,
}) => {
  const page = await as("supervisor");
  await page.goto("/board?q=%E5%BE%81%E6%94%B6");
  const link = page
    .getByRole("region", { name: /^推进中，/ })
    .getByRole("link")
    .first();
  await link.focus();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.keyboard.press("Alt+ArrowDown");
  const banner = page.getByRole("alert").filter({ hasText: "登录已过期" });
  await expect(banner.getByRole("link", { name: "请重新登录" })).toHaveAttribute("target", "_blank");
  await expect(page).toHaveURL(/\/board\?q=/);
  await expect(page.getByRole("searchbox")).toHaveValue("征收");
  await page.context().addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(banner).toHaveCount(0);
});

test("who signs in next at the same browser finds nothing of the board before", async ({ as }) => {
  const [page, next] = [await as("supervisor"), await as("observer")];
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<IDBValidKey[]>((resolve, reject) => {
          const opening = indexedDB.open("guatu-board");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const keys = opening.result.transaction("boards").objectStore("boards").getAllKeys();
            keys.onsuccess = () => resolve(keys.result);
          };
        }),
    );
  await page.goto("/board");
  await expect(page.locator("[data-task-id]").first()).toBeVisible();
  await expect.poll(kept).toHaveLength(1);
  const [first] = await kept();
  await page.context().clearCookies();
  await page.context().addCookies(await next.context().cookies());
  await page.goto("/board");
  await expect(page.locator("[data-task-id]").first()).toBeVisible();
  await expect.poll(async () => (await kept()).filter((key) => key !== first)).toHaveLength(1);
  expect(await kept()).not.toContain(first);
});

test("a unit that is renamed is renamed on every open board", async ({ as }) => {
  const [page, other] = [await as("leader"), await as("supervisor")];
  await page.goto("/board?group=unit");
  const { units } = await (await other.request.get("/api/board")).json();
  const lane = (await page.getByRole("heading", { level: 3 }).first().textContent()) ?? "";
  const [unitId, , , name] = units.find((unit: unknown[]) => lane.includes(String(unit[3])));
  await renameUnit(other, unitId, `${name}（新）`);
  await expect(page.getByRole("heading", { level: 3, name: `${name}（新）` })).toBeVisible();
  await renameUnit(other, unitId, name);
  await expect(page.getByRole("heading", { level: 3, name: `${name}（新）` })).toHaveCount(0);
});
