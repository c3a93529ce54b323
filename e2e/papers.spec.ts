import { command, expect, PHONE, test } from "./fixtures";

/** Papers: drafted from the data, edited, issued and taken out; tables at any time. */

test("a bulletin is drafted, edited, issued, and taken out as a Word file", async ({ as }) => {
  const boss = await as("supervisor");
  await boss.goto("/papers");
  await boss.getByRole("button", { name: "起草" }).click();
  const dialog = boss.getByRole("dialog", { name: "起草文书" });
  await dialog.getByLabel("种类").selectOption({ label: "督查通报" });
  await dialog.getByRole("button", { name: "起草" }).click();
  await expect(boss).toHaveURL(/\/papers\/composed\/\d+$/);
  const sheet = boss.getByRole("article");
  await expect(sheet).toContainText("一、总体情况");
  await expect(sheet).toContainText("（草稿，未印发）");

  await test.step("its words are changed, its figures stay", async () => {
    await boss.getByRole("button", { name: "修改" }).click();
    await boss.getByLabel("标题", { exact: true }).fill("样例通报𠮷〇");
    await boss.getByLabel("第2段", { exact: true }).fill("改过的开头。");
    await boss.getByRole("button", { name: "保存" }).click();
    await expect(sheet).toContainText("改过的开头。");
    await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("样例通报𠮷〇");
    await expect(sheet.getByRole("table").first()).toContainText("合计");
  });

  await test.step("once issued it is only read, and goes out as a file of Word", async () => {
    await boss.getByRole("button", { name: "印发" }).click();
    await boss.getByRole("dialog", { name: "印发文书" }).getByRole("button", { name: "印发" }).click();
    await expect(boss.getByRole("button", { name: "修改" })).toHaveCount(0);
    await expect(sheet).not.toContainText("草稿");
    const download = boss.waitForEvent("download");
    await boss.getByRole("link", { name: "下载 Word" }).click();
    expect((await download).suggestedFilename()).toMatch(/^样例通报𠮷〇-2024-09-30\.docx$/);
  });
});

test("a table follows the filter of its address, and every way out is recorded", async ({ as }) => {
  const leader = await as("leader");
  await leader.goto("/papers/progress?light=red");
  const sheet = leader.getByRole("article");
  await expect(sheet).toContainText("范围：红灯");
  await expect(sheet.getByRole("columnheader", { name: "亮灯" })).toBeVisible();
  await expect(sheet.getByRole("row").filter({ hasText: "绿灯" })).toHaveCount(0);
  const file = await leader.request.get("/api/papers/progress?light=red&format=xlsx");
  expect([file.status(), file.headers()["content-type"]]).toEqual([
    200,
    expect.stringContaining("spreadsheetml"),
  ]);
  expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
  const auditor = await as("auditAdmin");
  await auditor.goto("/admin/journal");
  await expect(auditor.getByText("导出文书").first()).toBeVisible();
});

test("on a phone a paper is read without losing its edge", async ({ as }) => {
  const staff = await as("staff", PHONE);
  await staff.goto("/papers/tasks");
  await expect(staff.getByRole("article")).toBeVisible();
  const wide = await staff.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const refused = await command(staff, "paper.compose", {
    kind: "week",
    from: "2024-09-23",
    to: "2024-09-30",
  });
  expect(refused.status).toBe(403);
});

test("the entries of a ledger are taken out as they are narrowed, as Excel and as a PDF", async ({ as }) => {
  const boss = await as("supervisor");
  await boss.goto("/ledgers/1?done=1");
  const address = "/papers/ledger?id=1&done=1";
  await expect(boss.getByRole("link", { name: "导出", exact: true })).toHaveAttribute("href", address);
  await boss.goto(address);
  const sheet = boss.getByRole("article");
  await expect(sheet).toContainText(/范围：任务.*已销号/);
  await expect(sheet.getByRole("columnheader", { name: "最近变动" })).toBeVisible();
  await expect(boss.getByRole("link", { name: "下载 PDF" })).toBeVisible();
  for (const [format, mime] of [
    ["pdf", "application/pdf"],
    ["xlsx", "spreadsheetml"],
  ]) {
    const file = await boss.request.get(`/api${address}&format=${format}`);
    expect([file.status(), file.headers()["content-type"]]).toEqual([
      200,
      expect.stringContaining(mime ?? ""),
    ]);
  }
});
