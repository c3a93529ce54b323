import type { Page } from "@playwright/test";
import { command, expect, PHONE, test } from "./fixtures";

/** The main job end to end: a task is assigned, acknowledged, reported on from a phone, proven, sent back and closed. */

const EVIDENCE = {
  name: "走访记录.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("九月走访十二家企业\n"),
};

/** A draft that nobody owns yet, added by the office. */
async function savedDraft(boss: Page, title: string): Promise<{ id: number; code: string }> {
  const { sections } = await (await boss.request.get("/api/board")).json();
  const parents = new Set(sections.map(([, parent]: [number, number | null]) => parent));
  const leaf = sections.find(([id]: [number]) => !parents.has(id));
  const { status, body } = await command(boss, "task.add", {
    sectionId: leaf[0],
    title,
    startDay: "2024-09-02",
    dueDay: "2024-12-20",
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const { taskId, task } = body.result as { taskId: number; task: [number, number, string] };
  return { id: taskId, code: task[2] };
}

test("a task goes from the office to its owner and back until it is closed", async ({ as }) => {
  const boss = await as("supervisor");
  const draft = await savedDraft(boss, "企业走访手册修订");

  await test.step("the supervisor assigns it from the desk, finding the owner by initials", async () => {
    await boss.goto("/");
    await boss.getByRole("button", { name: `交办 ${draft.code}`, exact: true }).click();
    const dialog = boss.getByRole("dialog", { name: /交办任务/ });
    await dialog.getByRole("combobox", { name: "责任岗位" }).fill("jbrj");
    await boss.getByRole("option", { name: /经办人甲/ }).click();
    await expect(dialog.getByRole("status")).toContainText("将把 1 项任务交办给");
    await dialog.getByRole("button", { name: "交办 1 项" }).click();
    await expect(boss.getByText("已交办 1 项").first()).toBeVisible();
  });

  const owner = await as("staff", PHONE);
  await test.step("its owner acknowledges it on a phone, with one tap", async () => {
    await owner.goto("/");
    await owner.getByRole("button", { name: `签收 ${draft.code}`, exact: true }).tap();
    await expect(owner.getByText("已签收").first()).toBeVisible();
    await owner.getByRole("button", { name: `启动 ${draft.code}`, exact: true }).tap();
    await expect(owner.getByText("已启动").first()).toBeVisible();
  });

  await test.step("from a link to a saved update in three taps", async () => {
    await owner.goto(`/tasks/${draft.id}`); // the first tap: the link
    await owner.getByRole("button", { name: /进度加 20 个百分点/ }).tap();
    await owner.getByRole("button", { name: "保存 20%" }).tap();
    await expect(owner.getByText("已填报，进度 20%").first()).toBeVisible();
    await expect(owner.getByRole("progressbar", { name: /进度 20%/ })).toBeVisible();
  });

  await test.step("it is submitted only with evidence, which the dialog takes", async () => {
    await owner.getByRole("button", { name: "提交核查" }).tap();
    const dialog = owner.getByRole("dialog", { name: /提交核查/ });
    const submit = dialog.getByRole("button", { name: "提交核查" });
    await expect(submit).toHaveAccessibleDescription(/佐证材料/);
    await dialog.getByTestId("evidence-input").setInputFiles(EVIDENCE);
    await expect(submit).not.toHaveAttribute("aria-disabled");
    await submit.tap();
    await expect(owner.getByText("已提交，等待核查").first()).toBeVisible();
  });

  await test.step("the supervisor looks at it and sends it back, with a reason", async () => {
    await boss.getByRole("link", { name: `核查 ${draft.code}` }).click();
    await boss.getByRole("tab", { name: /佐证/ }).click();
    await expect(boss.getByText(EVIDENCE.name)).toBeVisible();
    await boss.getByRole("button", { name: "退回" }).click();
    const dialog = boss.getByRole("dialog", { name: /退回任务/ });
    await dialog.getByRole("button", { name: "退回" }).click();
    await expect(dialog.getByRole("alert")).toContainText("请填写理由");
    await dialog.getByLabel("退回理由").fill("缺走访名单");
    await dialog.getByRole("button", { name: "退回" }).click();
    await expect(boss.getByText("已退回").first()).toBeVisible();
  });

  await test.step("the reason stands first on the owner's desk; the task is submitted again", async () => {
    await owner.goto("/");
    const returned = owner.getByRole("region", { name: "退回待补" });
    await expect(returned).toContainText("缺走访名单");
    await owner.goto(`/tasks/${draft.id}`);
    await owner.getByRole("button", { name: "提交核查" }).tap();
    await owner.getByRole("dialog").getByRole("button", { name: "提交核查" }).tap();
    await expect(owner.getByText("已提交，等待核查").first()).toBeVisible();
  });

  await test.step("the supervisor closes it, and the owner's page shows it without reloading", async () => {
    await boss.getByRole("button", { name: "核查销号" }).click();
    await boss.getByRole("dialog").getByRole("radio", { name: "现场核查" }).check();
    await boss.getByRole("dialog").getByRole("button", { name: "核查销号" }).click();
    await expect(boss.getByText("已销号", { exact: true }).first()).toBeVisible();
    await expect(owner.getByText("已销号", { exact: true }).first()).toBeVisible();
    await boss.getByRole("tab", { name: "历史" }).click();
    const history = boss.getByRole("tabpanel");
    await expect(history).toContainText("缺走访名单");
    await expect(history.getByRole("listitem").first()).toContainText("待核查");
  });
});
