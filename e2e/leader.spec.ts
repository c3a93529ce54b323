import type { Page } from "@playwright/test";
import { fromRow } from "@/lib/board/rules";
import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** A leader's day: a word from the phone, a word that becomes a task, and closings that are looked at again. */

/** A task in progress that the sample's staff account owns and the sample's leader sponsors. */
async function savedTask(boss: Page, owner: Page, title: string): Promise<{ taskId: number; code: string }> {
  const model = (await boardOf(boss)).tasks.find((row) => row[2] === "2.3.2");
  if (!model) throw new Error("the sample has no 2.3.2");
  const people = { leadUnitId: model[6], ownerPostId: model[7], sponsorPostId: model[8] };
  const days = { startDay: "2024-09-02", dueDay: "2024-10-20" };
  await done(boss, "task.add", { sectionId: model[4], title, ...people, ...days });
  const [taskId, , code] = await rowOf(boss, title);
  await done(boss, "task.assign", { tasks: [{ taskId, version: 1 }] });
  await done(owner, "task.takeStep", { taskId, version: 2, step: "start" });
  return { taskId, code };
}

async function done(page: Page, name: string, input: unknown): Promise<void> {
  const { status, body } = await command(page, name, input);
  expect(status, `${name} ${JSON.stringify(body)}`).toBe(200);
}

async function rowOf(page: Page, title: string) {
  const row = (await boardOf(page)).tasks.filter((one) => one[3] === title).sort((a, b) => b[0] - a[0])[0];
  if (!row) throw new Error(`no task ${title}`);
  return row;
}

test("a leader's word from a phone is read by the owner, and the receipt comes back", async ({ as }) => {
  const [boss, owner] = [await as("supervisor"), await as("staff", PHONE)];
  const leader = await as("leader", PHONE);
  const { code } = await savedTask(boss, owner, "批示流程样例");
  await leader.goto("/home");
  await expect(leader).toHaveURL(/\/leader$/);
  const phrase = (words: string) =>
    leader.getByRole("button", { name: `${words}：${code}`, exact: true }).first();
  await phrase("请报原因").tap();
  await expect(leader.getByText(`已批示 ${code}：请报原因`).first()).toBeVisible();
  await leader.getByRole("button", { name: "撤销" }).tap();
  await expect(leader.getByText("批示已撤回").first()).toBeVisible();
  await phrase("请加快推进").tap();
  await expect(leader.getByText(`已批示 ${code}：请加快推进`).first()).toBeVisible();

  await owner.goto("/");
  const waits = owner.getByRole("region", { name: "批示待阅" });
  await expect(waits).toContainText("请加快推进");
  await expect(waits).not.toContainText("请报原因");
  await waits.getByRole("button", { name: `已阅 ${code}`, exact: true }).tap();
  await expect(owner.getByRole("button", { name: `已阅 ${code}`, exact: true })).toHaveCount(0);

  await leader.goto("/leader");
  const given = leader.getByRole("region", { name: /^批示办理情况/ });
  await given.getByRole("button", { name: /已阅、已办结/ }).tap();
  const own = given.getByRole("listitem").filter({ hasText: "批示流程样例" });
  await expect(own.filter({ hasText: "请加快推进" })).toContainText(/已阅：经办人甲/);
  await expect(own.filter({ hasText: "请报原因" })).toContainText("已撤回");
});

test("a word becomes a task in one tap: in the owner's hands, with its days", async ({ as }) => {
  const [boss, owner, leader] = [await as("supervisor"), await as("staff"), await as("leader")];
  const { taskId } = await savedTask(boss, owner, "批示转办样例");
  await leader.goto(`/tasks/${taskId}`);
  const section = leader.getByRole("region", { name: "督办" });
  await section.getByRole("button", { name: "批示", exact: true }).click();
  const dialog = leader.getByRole("dialog", { name: /^批示/ });
  await expect(dialog).toContainText("转为任务：经办人甲，10月15日前办结");
  await dialog.getByRole("button", { name: "转为任务", exact: true }).click();
  await expect(dialog).toContainText("请填写批示内容。");
  await dialog.getByLabel("批示内容").fill("三天内列出问题清单。逐项定人。");
  await dialog.getByRole("button", { name: "转为任务", exact: true }).click();
  await expect(leader.getByText(/批示已转为任务/).first()).toBeVisible();

  const [, , code] = await rowOf(boss, "三天内列出问题清单");
  const told = section.getByRole("listitem").filter({ hasText: "逐项定人" }).first();
  await expect(told).toContainText("1 天安排 10月8日前");
  await expect(told.getByRole("link", { name: new RegExp(`${code}.*三天内列出问题清单`) })).toBeVisible();
  await owner.goto("/");
  await expect(owner.getByRole("button", { name: `已阅 ${code}`, exact: true })).toBeVisible();
});

test("a closing says how it was verified, and one that fails the random re-check is reopened", async ({
  as,
}) => {
  const [boss, owner] = [await as("supervisor"), await as("staff")];
  const { taskId, code } = await savedTask(boss, owner, "抽查复核样例");
  const body = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("样例") };
  await owner.goto(`/tasks/${taskId}`);
  await owner.getByRole("button", { name: "提交核查" }).click();
  await owner.getByRole("dialog").locator("input[type=file]").first().setInputFiles(body);
  await owner.getByRole("dialog").getByRole("button", { name: "提交核查" }).click();
  await expect(owner.getByText("已提交，等待核查").first()).toBeVisible();

  await boss.goto(`/tasks/${taskId}`);
  await boss.getByRole("button", { name: "核查销号" }).click();
  const close = boss.getByRole("dialog", { name: /^核查销号/ });
  await close.getByRole("button", { name: "核查销号" }).click();
  await expect(close).toContainText("请选择核验方式。");
  await close.getByRole("radio", { name: "查阅资料" }).check();
  await close.getByRole("button", { name: "核查销号" }).click();
  await expect(boss.getByRole("region", { name: "基本情况" })).toContainText("查阅资料");

  await boss.goto("/supervision");
  await boss.getByRole("tab", { name: "抽查复核" }).click();
  await boss.getByRole("button", { name: "抽取样本" }).click();
  const draw = boss.getByRole("dialog", { name: "抽取复核样本" });
  await draw.getByLabel("抽取数量").fill("200");
  await draw.getByLabel("名称").fill("九月全数抽查");
  await draw.getByRole("button", { name: "抽取", exact: true }).click();
  const sample = boss.getByRole("region", { name: "九月全数抽查" }).first();
  await expect(sample.getByText(/[0-9a-f]{16}/)).toBeVisible();
  await sample.getByRole("button", { name: `登记复核结果 ${code}`, exact: true }).click();
  const check = boss.getByRole("dialog", { name: /^复核/ });
  await check.getByRole("radio", { name: /不合格/ }).check();
  await check.getByRole("radio", { name: "现场核查" }).check();
  await check.getByRole("button", { name: "登记", exact: true }).click();
  await expect(check).toContainText("请填写理由。");
  await check.getByLabel("复核情况").fill("现场尚未完工");
  await check.getByRole("button", { name: "登记", exact: true }).click();
  await expect(sample.getByRole("row").filter({ hasText: code })).toContainText("不合格");
  await expect(owner.getByText("推进中", { exact: true }).first()).toBeVisible();
  expect(fromRow(await rowOf(boss, "抽查复核样例")).status).toBe("inProgress");
});

test("the leader's desk is nobody else's", async ({ as }) => {
  const staff = await as("staff");
  expect((await staff.request.get("/leader")).status()).toBe(404);
  const given = await command(staff, "instruction.give", { kind: "note", taskId: 1, text: "x" });
  expect(given.status).toBe(403);
});
