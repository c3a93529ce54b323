import type { Page } from "@playwright/test";
import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** Fill once: a round is opened, reported on a phone in three taps, written on with drafts, reported by a link, and closed for good. */

/** A task of the staff's post that is under way on the day that the sample looks at (2024-09-30), in a section of its own. */
async function started(
  boss: Page,
  staff: Page,
  title: string,
): Promise<{ taskId: number; sectionId: number }> {
  const { posts, sections } = await boardOf(boss);
  const owner = posts.find(([, , , , holders]) => holders.includes("经办人甲"));
  const parents = new Set(sections.map(([, parentId]) => parentId));
  const sectionId = sections.find(([id]) => !parents.has(id))?.[0] ?? 0;
  const facts = { sectionId, title, startDay: "2024-09-02", dueDay: "2024-12-31" };
  const own = { leadUnitId: owner?.[1], ownerPostId: owner?.[0] };
  const added = await command(boss, "task.add", { ...facts, ...own });
  expect(added.status, JSON.stringify(added.body)).toBe(200);
  const { taskId } = added.body.result as { taskId: number };
  await command(boss, "task.assign", { tasks: [{ taskId, version: 1 }] });
  const { status, body } = await command(staff, "task.takeStep", { taskId, version: 2, step: "start" });
  expect(status, JSON.stringify(body)).toBe(200);
  return { taskId, sectionId };
}

const WINDOW = {
  periodFrom: "2024-09-01",
  periodTo: "2024-09-30",
  windowFrom: "2024-09-30",
  windowTo: "2024-10-08",
};

async function opened(boss: Page, title: string, sectionId: number): Promise<number> {
  const scope = { sectionIds: [sectionId], unitIds: [], statuses: ["inProgress"] };
  const { status, body } = await command(boss, "round.open", { title, ...WINDOW, scope });
  expect(status, JSON.stringify(body)).toBe(200);
  return (body.result as { roundId: number }).roundId;
}

test("a round is opened with its warning, and a report on a phone takes three taps", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff", PHONE)];
  const { taskId } = await started(boss, staff, "三次点击填报样例");

  await test.step("the dialog says how many it asks before it asks", async () => {
    await boss.goto("/rounds");
    await boss.getByRole("button", { name: "开启轮次" }).click();
    const dialog = boss.getByRole("dialog", { name: "开启轮次" });
    await dialog.getByLabel("名称").fill("九月底填报流程样例");
    await expect(dialog.getByText(/将要求 \d+ 项填报/)).toBeVisible();
    await dialog.getByRole("button", { name: /开启，要求 \d+ 项填报/ }).click();
    await expect(boss.getByRole("heading", { level: 1, name: "九月底填报流程样例" })).toBeVisible();
  });

  await test.step("open, one chip, send: the next report is there already", async () => {
    await staff.goto("/report");
    await staff.getByRole("button", { name: /应报事项 \d+ 项/ }).tap();
    await staff
      .getByRole("dialog")
      .getByRole("button", { name: /三次点击填报样例/ })
      .tap();
    await expect(staff.getByRole("heading", { level: 2, name: /三次点击填报样例/ })).toBeVisible();
    const before = Number((await staff.getByText(/^\d+ \/ \d+$/).textContent())?.split(" ")[0]);
    await staff.getByRole("button", { name: "进度加 10 个百分点，到 10%" }).tap();
    await staff.getByRole("button", { name: /提交 10%/ }).tap();
    await expect(staff.getByText(new RegExp(`^${before + 1} / \\d+$`))).toBeVisible();
    const row = (await boardOf(boss)).tasks.find(([id]) => id === taskId);
    expect(row?.[14]).toBe(10);
  });

  await test.step("the supervisor sees it among the reported", async () => {
    await boss.reload();
    await boss.getByRole("group", { name: "筛选" }).getByRole("button", { name: /^已报/ }).click();
    await expect(boss.getByRole("row", { name: /三次点击填报样例/ })).toContainText("已填报");
  });
});

test("a draft follows to another device, and a text from Word falls into its parts", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const { sectionId } = await started(boss, staff, "草稿流程样例");
  await opened(boss, "草稿流程样例轮次", sectionId);
  await staff.goto("/report");
  await staff.getByRole("button", { name: /草稿流程样例/ }).click();
  const done = staff.getByRole("textbox", { name: "当前进展" });
  await done.click();
  await done.evaluate((box) => {
    const data = new DataTransfer();
    data.setData(
      "text/plain",
      "一、当前进展：\n\u3000\u3000完成 3 个村。\n二、存在问题：雨天停工。\n三、下步打算：\n\uF0B7\t10 月底前完工",
    );
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(done).toHaveValue("完成 3 个村。");
  await expect(staff.getByRole("textbox", { name: /存在问题/ })).toHaveValue("雨天停工。");
  await expect(staff.getByRole("textbox", { name: /下步打算/ })).toHaveValue("10 月底前完工");
  await expect(staff.getByText("草稿已保存")).toBeVisible();

  const other = await as("staff", PHONE);
  await other.goto("/report");
  await other.getByRole("button", { name: /应报事项 \d+ 项/ }).tap();
  await other
    .getByRole("dialog")
    .getByRole("button", { name: /草稿流程样例/ })
    .tap();
  await expect(other.getByText(/已恢复 .* 未提交的内容/)).toBeVisible();
  await expect(other.getByRole("textbox", { name: /存在问题/ })).toHaveValue("雨天停工。");

  await done.press("Control+Enter");
  await expect(staff.getByRole("heading", { level: 2, name: /草稿流程样例/ })).toHaveCount(0);
});

test("a link lets one person report without signing in, until it is withdrawn", async ({ as, browser }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const { sectionId } = await started(boss, staff, "免登录流程样例");
  const roundId = await opened(boss, "免登录流程样例轮次", sectionId);
  await boss.goto(`/rounds/${roundId}`);
  await boss.getByRole("button", { name: "更多", exact: true }).click();
  await boss.getByRole("menuitem", { name: "免登录链接" }).click();
  const dialog = boss.getByRole("dialog", { name: "免登录填报链接" });
  const person = await dialog.getByRole("option", { name: /经办人甲/ }).getAttribute("value");
  await dialog.getByLabel("填报人").selectOption(person);
  await dialog.getByRole("button", { name: "生成链接" }).click();
  const address = await dialog.getByLabel(/链接只显示这一次/).inputValue();

  const context = await browser.newContext(PHONE);
  const guest = await context.newPage();
  await guest.goto(address);
  // The page answers a moment after it is there.
  await expect(async () => {
    await guest.getByRole("button", { name: /应报事项 \d+ 项/ }).tap();
    await expect(guest.getByRole("dialog")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await guest
    .getByRole("dialog")
    .getByRole("button", { name: /免登录流程样例/ })
    .tap();
  await guest.getByRole("textbox", { name: "当前进展" }).fill("凭链接填报");
  await guest.getByRole("button", { name: /^提交/ }).tap();
  await expect(guest.getByRole("heading", { level: 2, name: /免登录流程样例/ })).toHaveCount(0);

  await boss.reload();
  await boss.getByRole("button", { name: "更多", exact: true }).click();
  await boss.getByRole("menuitem", { name: "免登录链接" }).click();
  await expect(dialog).toContainText(/用过 \d+ 次/);
  await dialog.getByRole("button", { name: /收回/ }).click();
  await expect(dialog.getByText("已收回")).toBeVisible();
  await guest.reload();
  await expect(guest.getByRole("heading", { name: "链接已失效" })).toBeVisible();
  await context.close();
});

test("what is missing is reminded, excused or left, and a closed round does not change", async ({ as }) => {
  const [boss, staff] = [await as("supervisor"), await as("staff")];
  const { sectionId } = await started(boss, staff, "催报流程样例");
  await started(boss, staff, "免报流程样例");
  const roundId = await opened(boss, "催报流程样例轮次", sectionId);
  await boss.goto(`/rounds/${roundId}`);
  const late = boss.getByRole("row", { name: /催报流程样例/ });
  await late.getByRole("button", { name: /^催办/ }).click();
  await expect(boss.getByText(/已催办 .*：/).first()).toBeVisible();
  await expect(late.getByRole("button", { name: /^催办/ })).toHaveAttribute("aria-disabled", "true");

  const free = boss.getByRole("row", { name: /免报流程样例/ });
  await free.getByRole("button", { name: /^更多/ }).click();
  await boss.getByRole("menuitem", { name: "免报" }).click();
  const excuse = boss.getByRole("dialog", { name: /^免报/ });
  await excuse.getByLabel("原因").fill("本月无进展节点");
  await excuse.getByRole("button", { name: "免报" }).click();
  await expect(free).toHaveCount(0);

  await boss.getByRole("button", { name: "关闭轮次" }).click();
  await boss.getByRole("dialog").getByRole("button", { name: "关闭轮次" }).click();
  await expect(boss.getByRole("button", { name: "关闭轮次" })).toHaveCount(0);
  await expect(late).toContainText("未填报");
  await expect(boss.getByRole("button", { name: /^催办/ })).toHaveCount(0);
  await boss.goto("/rounds");
  await expect(boss.getByRole("region", { name: "已关闭" })).toContainText("催报流程样例轮次");
});

test("a rule is set, changed and stopped, and says when its next round opens", async ({ as }) => {
  const boss = await as("supervisor");
  await boss.goto("/rounds");
  const navigation = boss.getByRole("navigation", { name: "主导航" });
  await expect(navigation.getByRole("link", { name: "填报", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  const rules = boss.getByRole("region", { name: "自动开启" });
  await rules.getByRole("button", { name: "设置规则" }).click();
  const dialog = boss.getByRole("dialog", { name: "设置规则" });
  await dialog.getByRole("button", { name: "设置规则" }).click();
  await expect(dialog.getByLabel("名称")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("名称").fill("样例周报");
  await dialog.getByLabel("周期").selectOption({ label: "每周" });
  await dialog.getByLabel("开启日").selectOption({ label: "周三" });
  await dialog.getByLabel("窗口天数").selectOption({ label: "2 天" });
  await dialog.getByRole("button", { name: "设置规则" }).click();
  await expect(dialog).toHaveCount(0);
  const rule = rules.getByRole("listitem").filter({ hasText: "样例周报" });
  await expect(rule).toContainText(/周三.*下次 10月/);

  await rule
    .getByRole("button", { name: /样例周报/ })
    .first()
    .click();
  const edit = boss.getByRole("dialog", { name: /修改规则|修改/ });
  await expect(edit.getByLabel("开启日")).toHaveValue("3");
  await edit.getByLabel("周期").selectOption({ label: "每月" });
  await edit.getByRole("button", { name: "保存" }).click();
  await expect(rule).toContainText("每月 25 日");

  await rule.getByRole("button", { name: /停用/ }).click();
  await boss.getByRole("dialog", { name: /停用/ }).getByRole("button", { name: "停用" }).click();
  await expect(rule).toContainText("已停用");
});
