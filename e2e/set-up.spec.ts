import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Product, startProduct } from "./harness";

/** The first minutes of an installation: the link, the accounts, the first sign-in of each. */

let product: Product;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  product = await startProduct();
});
test.afterAll(() => product.stop());

const OWN = "Tide-lamp9x";
const passwords = new Map<string, string>();

async function freshPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: product.url })).newPage();
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("账号").fill(name);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

test("the link opens the set-up, which says what is missing and keeps what was typed", async ({
  browser,
}) => {
  const page = await freshPage(browser);
  await page.goto(product.setupLink ?? "");
  await page.getByLabel("督查员姓名").fill("王五");
  await page.getByRole("button", { name: "完成设置" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("请填写督查员的账号");
  await expect(page.getByLabel("督查员姓名")).toHaveValue("王五");
});

test("it opens four accounts, tells their passwords and fills in the sample year", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await freshPage(browser);
  await page.goto(product.setupLink ?? "");
  await page.getByLabel("督查员姓名").fill("王五");
  const supervisor = page.getByRole("group", { name: "督查员" });
  await supervisor.getByLabel("账号").fill("wangwu");
  await supervisor.getByLabel(/^密码/).fill(OWN);
  await page.getByRole("button", { name: "完成设置" }).click();
  await expect(page.getByRole("heading", { name: "设置完成" })).toBeFocused();
  for (const row of await page.getByRole("row").all()) {
    const [, name = "", password = ""] = await row.getByRole("cell").allInnerTexts();
    if (/^\w{4}(-\w{4}){3}$/.test(password)) passwords.set(name, password);
  }
  expect([...passwords.keys()].sort()).toEqual(["anquan", "shenji", "xitong"]);
  await expect(page.getByText("演示进展已写入")).toBeVisible({ timeout: 120_000 });
});

test("the link works once", async ({ browser }) => {
  const page = await freshPage(browser);
  await page.goto(product.setupLink ?? "");
  await expect(page.getByText("这个链接不能再用")).toBeVisible();
  await page.goto("/setup?token=guessed-token-guessed-token");
  await expect(page.getByRole("heading", { name: "设置链接不能使用" })).toBeVisible();
});

test("a wrong password is refused in the same words as an unknown account", async ({ browser }) => {
  const page = await freshPage(browser);
  for (const name of ["wangwu", "nobody"]) {
    await signIn(page, name, "Wrong-guess9");
    await expect(page.locator("form").getByRole("alert")).toHaveText(
      "账号或密码不正确。多次输错将暂时锁定。",
    );
    await expect(page.getByLabel("账号")).toHaveValue(name);
  }
});

test("the supervisor signs in and sees the sample year, where the address led", async ({ browser }) => {
  const page = await freshPage(browser);
  await page.goto("/board?light=red");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("账号").fill("WangWu ");
  await page.getByLabel("密码", { exact: true }).fill(OWN);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(/\/board\?light=red$/);
  await expect(page.getByText("演示日期 2024-09-30")).toBeVisible();
});

for (const [name, heading] of [
  ["xitong", "账号"],
  ["anquan", "授权与权限表"],
  ["shenji", "操作日志"],
] as const) {
  test(`${name} must change the password first, and then administers`, async ({ browser }) => {
    const page = await freshPage(browser);
    await signIn(page, name, passwords.get(name) ?? "");
    await expect(page).toHaveURL(/\/settings\/password$/);
    await page.goto("/admin");
    await expect(page).toHaveURL(/\/settings\/password$/);
    await page.getByLabel("原密码").fill(passwords.get(name) ?? "");
    await page.getByLabel("新密码", { exact: true }).fill("abc123");
    await page.getByRole("button", { name: "修改密码" }).click();
    await expect(page.locator("form").getByRole("alert")).toContainText("新密码不符合下列要求");
    await page.getByLabel("新密码", { exact: true }).fill("Other-lamp7y");
    await page.getByLabel("再次输入新密码").fill("Other-lamp7y");
    await page.getByRole("button", { name: "修改密码" }).click();
    await expect(page).toHaveURL(`${product.url}/`);
    await page.goto(name === "xitong" ? "/admin/accounts" : "/admin");
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  });
}

test("signing out leaves nothing behind, and the old page leads back to signing in", async ({ browser }) => {
  const page = await freshPage(browser);
  await signIn(page, "wangwu", OWN);
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/board");
  await page.getByRole("button", { name: "王五" }).click();
  await page.getByRole("menuitem", { name: "退出" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(keptRecords)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

/** How many records this browser keeps for the product, in all its databases. Runs in the page. */
async function keptRecords(): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  let count = localStorage.length + sessionStorage.length;
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name ?? ""));
    for (const store of database.objectStoreNames)
      count += await asked(database.transaction(store).objectStore(store).count());
    database.close();
  }
  return count;
}
