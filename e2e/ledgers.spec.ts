import type { Locator, Page } from "@playwright/test";
import { somePicture } from "@/lib/testing/some-files";
import { boardOf, command, expect, PHONE, test } from "./fixtures";

/** Ledgers: moving by thumb, mouse and keys, pasting, tracks, what is masked, two browsers, the plot. */

const STAGES = [
  { key: "unsigned", name: "未签约", writtenOff: false, days: 200 },
  { key: "signed", name: "已签约", writtenOff: false, asksEvidence: true },
  { key: "vacated", name: "已腾空", writtenOff: false },
  { key: "demolished", name: "已拆除", writtenOff: true },
];
const TRACKS = Object.entries({ talks: "洽谈", court: "司法强制" }).map(([key, name]) => ({ key, name }));
const FIELDS = [
  { key: "owner", name: "权利人", type: "text", sensitive: true },
  { key: "area", name: "面积", type: "number", unit: "平方米" },
];
let made = 0;

/** A ledger of a task that is the staff's own, with three entries that stand at the beginning, and more if they are given. */
async function someLedger(boss: Page, wishes: { label?: string; rows?: string[] } = {}): Promise<number> {
  const { tasks, posts } = await boardOf(boss);
  const owner = posts.find(([, , , , holders]) => holders.includes("经办人甲"));
  const added = await command(boss, "task.add", {
    ...{ sectionId: tasks[0]?.[4], title: `地块清零${++made}`, goal: "全部清零" },
    ...{ startDay: "2024-01-08", dueDay: "2024-12-20", leadUnitId: owner?.[1], ownerPostId: owner?.[0] },
  });
  const { taskId } = added.body.result as { taskId: number };
  const defined = await command(boss, "ledger.define", {
    ...{ taskId, name: `北地块清单${made}`, entryWord: "户", label: wishes.label ?? "open" },
    ...{ stages: STAGES, tracks: TRACKS, fields: FIELDS },
    rates: [{ key: "signing", name: "签约率", counts: "reached", stage: "signed", over: "all", target: 100 }],
  });
  const { ledgerId } = defined.body.result as { ledgerId: number };
  const rows = ["001", "002", "003"].map((n) => `北-${n}\t${n}室\t未签约\t洽谈\t甲乙丙\t100\t2024-06-03`);
  const head = "编号\t名称\t阶段\t路径\t权利人\t面积\t纳入日期";
  const text = [head, ...rows, ...(wishes.rows ?? [])].join("\n");
  const { status, body } = await command(boss, "entry.import", { ledgerId, text });
  expect(status, JSON.stringify(body)).toBe(200);
  return ledgerId;
}

/** A stage of the first track on the board. */
const column = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "洽谈", exact: true })
    .getByRole("region", { name: new RegExp(`^${name}，`) });
/** The page comes drawn by the server and hears taps only a moment later. */
async function until(act: () => Promise<void>, shown: Locator) {
  await expect(async () => {
    if (!(await shown.isVisible())) await act();
    await expect(shown).toBeVisible({ timeout: 1500 });
  }).toPass();
}

/** Opens an entry beside the table. */
async function openEntry(page: Page, code: string): Promise<Locator> {
  const panel = page.getByRole("complementary", { name: `${code}详情` });
  await until(() => page.getByRole("row", { name: new RegExp(code) }).click(), panel);
  return panel;
}

const toast = (page: Page) => page.getByRole("region", { name: "消息" });

async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("nothing to drag, or nowhere");
  await page.mouse.move(start.x + 40, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(start.x + 50, start.y + 28, { steps: 4 });
  await page.waitForTimeout(150);
  await page.mouse.move(end.x + end.width / 2, end.y + 60, { steps: 10 });
  await page.waitForTimeout(100);
  await page.mouse.up();
}

test("on a phone an entry goes to its next stage in three taps, with the photo that the stage asks for", async ({
  as,
}) => {
  const ledgerId = await someLedger(await as("supervisor"));
  const page = await as("staff", PHONE);
  await page.goto(`/ledgers/${ledgerId}`);
  const sheet = page.getByRole("dialog", { name: "推进 北-001" });
  await until(() => page.getByRole("button", { name: "北-001推进到已签约" }).tap(), sheet);
  const choosing = page.waitForEvent("filechooser");
  await sheet.getByRole("button", { name: "选择文件" }).tap();
  await (await choosing).setFiles({ name: "协议.png", mimeType: "image/png", buffer: await somePicture() });
  await expect(sheet.getByText("协议.png")).toBeVisible();
  await sheet.getByRole("button", { name: "保存：已签约" }).tap();
  await expect(toast(page)).toContainText("北-001：已签约");
  await expect(page.getByRole("button", { name: "北-001推进到已腾空" })).toBeVisible();
});

test("a stage that asks for evidence says so instead of saving, and what was said stays", async ({ as }) => {
  const ledgerId = await someLedger(await as("supervisor"));
  const page = await as("staff");
  await page.goto(`/ledgers/${ledgerId}`);
  const panel = await openEntry(page, "北-001");
  await panel.getByRole("button", { name: "推进到：已签约" }).click();
  const dialog = page.getByRole("dialog", { name: "推进 北-001" });
  await dialog.getByRole("button", { name: "保存：已签约" }).click();
  await expect(dialog.getByRole("alert")).toContainText("佐证");
});

test("a card is dragged to the next stage, the same is done by keys, and a toast takes it back", async ({
  as,
}) => {
  const rows = ["北-011\t\t已签约\t洽谈\t\t80\t2024-06-03", "北-012\t\t已签约\t洽谈\t\t80\t2024-06-03"];
  const ledgerId = await someLedger(await as("supervisor"), { rows });
  const page = await as("staff");
  await page.goto(`/ledgers/${ledgerId}?view=board`);
  const card = (code: string) => page.getByRole("button", { name: new RegExp(`^${code} `) });
  await expect(card("北-011")).toBeVisible();
  await page.waitForTimeout(800); // the kit for dragging comes after the cards
  await drag(page, card("北-011"), column(page, "已腾空"));
  await expect(column(page, "已腾空")).toContainText("北-011");
  await expect(toast(page)).toContainText("北-011：已腾空");
  await toast(page).getByRole("button", { name: "撤销" }).click();
  await expect(column(page, "已签约")).toContainText("北-011");

  await card("北-012").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(column(page, "已腾空")).toContainText("北-012");
});

test("a change of track is never silent: it asks for a reason, which everybody can read", async ({ as }) => {
  const ledgerId = await someLedger(await as("supervisor"));
  const page = await as("staff");
  await page.goto(`/ledgers/${ledgerId}`);
  const panel = await openEntry(page, "北-002");
  await panel.getByRole("button", { name: "其他" }).click();
  await page.getByRole("menuitem", { name: "司法强制" }).click();
  const dialog = page.getByRole("dialog", { name: "推进 北-002" });
  await expect(dialog).toContainText("变更路径须说明理由");
  await dialog.getByRole("button", { name: /^保存/ }).click();
  await expect(dialog.getByRole("alert")).toContainText("理由");
  await dialog.getByRole("textbox", { name: "理由" }).fill("三次上门未达成协议");
  await dialog.getByRole("button", { name: /^保存/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel).toContainText("路径：洽谈 → 司法强制");
  await expect(panel).toContainText("三次上门未达成协议");
});

test("a pasted table shows its faults where they are, and only valid rows are written after the preview", async ({
  as,
}) => {
  const page = await as("supervisor");
  const ledgerId = await someLedger(page);
  await page.goto(`/ledgers/${ledgerId}`);
  const dialog = page.getByRole("dialog", { name: "粘贴导入" });
  await until(() => page.getByRole("button", { name: "粘贴导入" }).click(), dialog);
  const rows = [
    "编号\t名称\t阶段\t面积\t备忘",
    "北-101\t新户\t未签约\t120\tx",
    "北-102\t新户\t已搬走\t90\tx",
    "北-103\t新户\t未签约\t-5\tx",
    "北-101\t重复\t未签约\t70\tx",
    "北-001\t改名\t未签约\t100\tx",
  ];
  await dialog.getByLabel("从Excel复制后粘贴到这里").fill(rows.join("\n"));
  await expect(dialog.getByRole("button", { name: "有误 3" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "新增 1" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "有变更 1" })).toBeVisible();
  await expect(dialog.getByRole("cell", { name: /已搬走.*没有这个阶段/ })).toBeVisible();
  await expect(dialog.getByRole("cell", { name: /-5.*不能小于0/ })).toBeVisible();
  await expect(dialog.getByRole("cell", { name: /北-101.*编号在表中重复/ })).toBeVisible();
  await dialog.getByRole("button", { name: "导入有效的2行" }).click();
  await expect(toast(page)).toContainText("已导入2行");
  await expect(page.getByRole("row", { name: /北-101/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /北-001.*改名/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /北-10[23]/ })).toHaveCount(0);
});

test("a sensitive ledger is masked until somebody with the right looks, and the look is recorded", async ({
  as,
}) => {
  const page = await as("supervisor");
  const ledgerId = await someLedger(page, { label: "sensitive" });
  expect((await (await as("observer")).request.get(`/api/ledgers/${ledgerId}`)).status()).toBe(404);
  await page.goto(`/ledgers/${ledgerId}`);
  await expect(page.getByRole("main")).not.toContainText("甲乙丙");
  const panel = await openEntry(page, "北-001");
  await expect(panel).toContainText("甲＊");
  await panel.getByRole("button", { name: "查看" }).click();
  await expect(panel).toContainText("甲乙丙");
  await expect(panel).toContainText("本次查看已记录");
  const { task } = await (await page.request.get(`/api/ledgers/${ledgerId}`)).json();
  const { history } = await (await page.request.get(`/api/tasks/${task.id}`)).json();
  expect(history.map(({ kind }: { kind: string }) => kind)).toContain("entry.reveal");
});

test("what one moves another sees without a reload", async ({ as }) => {
  const boss = await as("supervisor");
  const ledgerId = await someLedger(boss, { rows: ["北-021\t\t已签约\t洽谈\t\t80\t2024-06-03"] });
  await boss.goto(`/ledgers/${ledgerId}`);
  const row = boss.getByRole("row", { name: /北-021/ });
  await expect(row).toContainText("已签约");
  await boss.waitForTimeout(1500); // the stream opens after the page
  const staff = await as("staff");
  await staff.goto(`/ledgers/${ledgerId}`);
  const panel = await openEntry(staff, "北-021");
  await panel.getByRole("button", { name: "推进到：已腾空" }).click();
  await expect(row).toContainText("已腾空");
});

test("entries are put on a picture with the mouse and moved there with keys", async ({ as }) => {
  const page = await as("supervisor");
  const ledgerId = await someLedger(page);
  await page.goto(`/ledgers/${ledgerId}?view=plot`);
  await expect(page.getByRole("button", { name: "北-001，未签约" })).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "上传底图" });
  await until(() => page.getByRole("button", { name: "上传底图" }).click(), dialog);
  await dialog.getByLabel("底图名称").fill("北地块");
  await dialog
    .getByTestId("evidence-input")
    .setInputFiles({ name: "北地块.png", mimeType: "image/png", buffer: await somePicture() });
  await expect(dialog.getByText("已上传")).toBeVisible();
  await dialog.getByRole("button", { name: "上传底图" }).click();
  const picture = page.getByRole("img", { name: "北地块" });
  await expect(picture).toBeVisible();

  await page
    .getByRole("region", { name: "未上图 3" })
    .getByRole("button", { name: /北-001/ })
    .click();
  await expect(page.getByText("请在图上点选北-001的位置")).toBeVisible();
  const box = await picture.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 4, (box?.y ?? 0) + (box?.height ?? 0) / 4);
  const sign = page.getByRole("button", { name: "北-001，未签约" });
  await expect(sign).toBeVisible();
  await expect(page.getByRole("region", { name: "未上图 2" })).toBeVisible();

  await sign.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("Alt+Shift+ArrowRight");
  const placeOf = async () => {
    const view = await (await page.request.get(`/api/ledgers/${ledgerId}`)).json();
    return view.entries.find((row: unknown[]) => row[2] === "北-001").slice(16, 18) as number[];
  };
  await expect.poll(async () => (await placeOf())[0]).toBeCloseTo(0.45, 1);
  expect((await placeOf())[1]).toBeCloseTo(0.25, 1);
  await page.reload();
  await until(
    async () => {
      await sign.focus();
      await page.keyboard.press("Delete");
    },
    page.getByRole("region", { name: "未上图 3" }),
  );
});
