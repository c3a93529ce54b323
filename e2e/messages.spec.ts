import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** What people are told: the bell, the list, the calendar, and the ways out that stay shut to wrong addresses. */

test("a task that is handed out rings its owner's bell, and opening it is reading it", async ({ as }) => {
  const [boss, owner] = [await as("supervisor"), await as("staff")];
  await command(owner, "inbox.see", { all: true });
  await owner.goto("/board");
  await expect(owner.getByRole("button", { name: "消息", exact: true })).toBeVisible();

  const model = (await boardOf(boss)).tasks.find((row) => row[2] === "2.3.2");
  if (!model) throw new Error("the sample has no 2.3.2");
  const [sectionId, leadUnitId, ownerPostId, sponsorPostId] = [model[4], model[6], model[7], model[8]];
  const facts = { sectionId, leadUnitId, ownerPostId, sponsorPostId, startDay: "2024-09-02" };
  const title = `消息提醒样例${Date.now() % 100_000}`;
  const added = await command(boss, "task.add", { ...facts, title, dueDay: "2024-12-27" });
  const { taskId } = added.body.result as { taskId: number };
  await command(boss, "task.assign", { tasks: [{ taskId, version: 1 }] });

  await test.step("the badge counts without anybody asking", async () => {
    await expect(owner.getByRole("button", { name: "消息，1 条未读" })).toBeVisible({ timeout: 15_000 });
  });
  await test.step("the panel says what happened, and leads there", async () => {
    await owner.getByRole("button", { name: "消息，1 条未读" }).click();
    const panel = owner.getByRole("dialog", { name: "消息" });
    await panel.getByRole("link", { name: new RegExp(`未读：\\s*督查员甲交办任务：.*${title}`) }).click();
    await expect(owner).toHaveURL(new RegExp(`/tasks/${taskId}`));
    await expect(owner.getByRole("button", { name: "消息", exact: true })).toBeVisible();
  });
  await test.step("on a phone the bell is a page, and it is read there as well", async () => {
    const phone = await as("staff", PHONE);
    await phone.goto("/board");
    await phone.getByRole("link", { name: "消息", exact: true }).tap();
    await expect(phone.getByRole("heading", { level: 1, name: "消息" })).toBeVisible();
    await expect(
      phone.getByRole("link", { name: new RegExp(`^督查员甲交办任务：.*${title}`) }),
    ).toBeVisible();
  });
});

test("a calendar programme reads a person's days at an address that is shown once", async ({
  as,
  browser,
}) => {
  const owner = await as("staff");
  await owner.goto("/settings");
  const section = owner.getByRole("region", { name: "日历订阅" });
  await section.getByRole("button", { name: /订阅地址/ }).click();
  const dialog = owner.getByRole("dialog", { name: "订阅地址已生成" });
  const address = new URL((await dialog.locator("[data-secret]").textContent()) ?? "");
  await dialog.getByRole("button", { name: "我已保存，关闭" }).click();

  const stranger = await browser.newContext();
  const at = new URL(owner.url()).origin + address.pathname;
  const answer = await stranger.request.get(at);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await answer.text()).toMatch(/BEGIN:VEVENT[\s\S]*SUMMARY:到期：/);
  expect((await stranger.request.get(`${at}x`, { maxRedirects: 0 })).status()).toBe(404);

  await section.getByRole("button", { name: "停用" }).click();
  await expect(section).toContainText("还没有生成订阅地址");
  expect((await stranger.request.get(at)).status()).toBe(404);
  await stranger.close();
});

test("a robot leads only to its maker's own host", async ({ as }) => {
  const admin = await as("systemAdmin");
  await admin.goto("/admin/outlets");
  await admin.getByRole("button", { name: "设置钉钉" }).click();
  const dialog = admin.getByRole("dialog", { name: "设置钉钉" });
  await dialog.getByLabel("地址").fill("https://127.0.0.1/robot/send?access_token=x");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toContainText("不允许向这个地址发送");
  await expect(dialog.getByLabel("地址")).toHaveValue(/access_token=x/);
});
