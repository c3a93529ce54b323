import type { Page } from "@playwright/test";
import { command, expect, PHONE, test } from "./fixtures";

/** Who visits whom: on the phone in three taps, without a network too, and as a matrix at the desk. */

const unique = () => `测${Date.now() % 10_000_000}`;
const DAYS = { fromDay: "2024-01-01", toDay: "2024-12-31" };

async function made(page: Page, name: string, input: object): Promise<Record<string, number>> {
  const { status, body } = await command(page, name, input);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.result as Record<string, number>;
}

type Duty = { dutyId: number; registerId: number; code: string; objectId: number };

/** A register with one object at the staff's own post, and a monthly duty for it. */
async function someDuty(page: Page, more: { label?: string; activeFrom?: string } = {}): Promise<Duty> {
  const { label = "open", activeFrom = "2024-01-01" } = more;
  const code = unique();
  const register = { name: code, kind: "other", objectWord: "处", label };
  const { registerId = 0 } = await made(page, "register.add", register);
  const { head } = await (await page.request.get("/api/coverage/2")).json();
  const [postId] = Object.entries<string>(head.posts).find(([, name]) => name === "经发办经办") ?? [];
  const object = { registerId, code: `${code}-1`, name: "某处姓名", postId: Number(postId), activeFrom };
  const { objectId = 0 } = await made(page, "object.add", object);
  const duty = {
    taskId: head.duty.taskId,
    registerId,
    name: `${code}走访`,
    times: 1,
    every: "month",
    acts: ["上门走访", "电话"],
    weight: 0,
  };
  const { dutyId = 0 } = await made(page, "duty.define", { ...duty, ...DAYS });
  return { dutyId, registerId, code: `${code}-1`, objectId };
}

async function visitsOf(page: Page, { dutyId, objectId }: Duty): Promise<unknown[]> {
  const path = `/api/coverage/${dutyId}/visits?object=${objectId}&from=2024-01-01&to=2024-12-31`;
  return (await (await page.request.get(path)).json()).visits;
}

test("a visit is recorded on a phone in three taps", async ({ as }) => {
  const duty = await someDuty(await as("supervisor"));
  const page = await as("staff", PHONE);
  await page.goto("/coverage");
  await page.getByRole("searchbox").fill(duty.code);
  await page.getByRole("button", { name: new RegExp(duty.code) }).tap();
  await page.getByRole("button", { name: "上门走访" }).tap();
  await page.getByRole("button", { name: "保存" }).tap();
  await expect(page.getByText(`已记录：${duty.code}`).first()).toBeVisible();
  expect(await visitsOf(page, duty)).toMatchObject([{ day: "2024-09-30", act: "上门走访" }]);
  await page.getByRole("button", { name: /全部对象/ }).tap();
  await expect(page.getByRole("button", { name: new RegExp(duty.code) })).toContainText("本期已达标");
});

test("without a network a visit waits on the phone, and is sent once when it is back", async ({ as }) => {
  const duty = await someDuty(await as("supervisor"));
  const page = await as("staff", PHONE);
  await page.goto("/coverage");
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The files that were loaded before the worker was there.
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match("/coverage"))), { timeout: 20_000 })
    .toBe(true);
  await page.context().setOffline(true);
  await page.getByRole("searchbox").fill(duty.code);
  await page.getByRole("button", { name: new RegExp(duty.code) }).tap();
  await page.getByRole("button", { name: "电话", exact: true }).tap();
  await page.getByRole("button", { name: "保存" }).tap();
  await expect(page.getByText("待发送 1 条")).toBeVisible();
  await page.reload();
  await expect(page.getByText("待发送 1 条")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("待发送 1 条")).toBeHidden({ timeout: 20_000 });
  await page.reload();
  expect(await visitsOf(page, duty)).toHaveLength(1);
});

test("a cell opens its visits, and a visit recorded there makes it 达标", async ({ as }) => {
  const supervisor = await as("supervisor");
  const duty = await someDuty(supervisor);
  const page = await as("staff");
  await page.goto(`/coverage/${duty.dutyId}`);
  const cell = page.getByRole("button", { name: new RegExp(`${duty.code} 2024年8月`) });
  await expect(cell).toContainText("未达标");
  await supervisor.goto(`/coverage/${duty.dutyId}`);
  const seen = supervisor.getByRole("button", { name: new RegExp(`${duty.code} 2024年8月`) });
  await expect(seen).toContainText("未达标");
  await cell.click();
  await expect(page.getByText("本期还没有走访记录")).toBeVisible();
  await page.getByRole("button", { name: "记录走访" }).click();
  await page.getByRole("button", { name: "上门走访" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("dialog").getByText("8月31日 上门走访")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cell).toHaveText(/^达标\s*1$/);
  // Another browser hears of it.
  await expect(seen).toHaveText(/^达标\s*1$/);
});

test("an object that joins late is owed from the period of which it has half", async ({ as }) => {
  const page = await as("supervisor");
  const duty = await someDuty(page, { activeFrom: "2024-05-20" });
  await page.goto(`/coverage/${duty.dutyId}`);
  const cell = (month: number) =>
    page.getByRole("button", { name: new RegExp(`${duty.code} 2024年${month}月`) });
  await expect(cell(5)).toContainText("不适用");
  await expect(cell(6)).toContainText("未达标");
  await expect(page.getByRole("row", { name: new RegExp(duty.code) })).toContainText("0/7");
});

test("a sensitive name is masked until somebody with the right looks, which is recorded", async ({ as }) => {
  const page = await as("supervisor");
  const duty = await someDuty(page, { label: "sensitive" });
  await page.goto(`/coverage/registers/${duty.registerId}`);
  await expect(page.getByText("＊＊＊")).toBeVisible();
  expect(await page.content()).not.toContain("某处姓名");
  await page.getByRole("button", { name: "查看姓名" }).click();
  await expect(page.getByText("某处姓名")).toBeVisible();
  const leader = await as("leader");
  await leader.goto(`/coverage/registers/${duty.registerId}`);
  await expect(leader.getByRole("button", { name: "查看姓名" })).toHaveCount(0);
  expect((await command(leader, "object.reveal", { objectId: duty.objectId })).status).toBe(403);
  const auditor = await as("auditAdmin");
  await auditor.goto("/admin/journal");
  await expect(auditor.getByText("查看名录敏感信息").first()).toBeVisible();
});

test("rows pasted from a spreadsheet are checked first, and the good ones come in", async ({ as }) => {
  const page = await as("supervisor");
  const { registerId, code } = await someDuty(page);
  await page.goto(`/coverage/registers/${registerId}`);
  await page.getByRole("button", { name: "从 Excel 粘贴" }).click();
  const lines = [`${code}\t重复`, "A-1\t甲\t梅沁社区", "A-2\t乙\t无此社区", "A-3\t丙\t\t\t\t2024-02-30"];
  await page.getByLabel("粘贴到这里").fill(lines.join("\n"));
  await expect(page.getByText("共 4 行：可导入 1 行，有错 3 行。")).toBeVisible();
  await expect(page.getByRole("row", { name: /3 单位 无此社区 没有这个单位/ })).toBeVisible();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByRole("row", { name: /A-1 甲 梅沁/ })).toBeVisible();
});

test("the matrix prints on A3 across, with every row", async ({ as }) => {
  const page = await as("supervisor");
  await page.goto("/coverage/2");
  await expect(page.getByRole("row", { name: /企业-001/ })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("row", { name: /企业-048/ })).toBeAttached();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const papers = [...pdf.matchAll(/MediaBox \[0 0 (\d+)\.?\d* (\d+)\.?\d*\]/g)].map(
    (found) => `${found[1]} ${found[2]}`,
  );
  // A3 across in points, on every page, whatever the printer would have taken.
  expect([papers.length > 0, ...new Set(papers)]).toEqual([true, "1191 841"]);
});
