import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type BoardSnapshot, fromWire } from "@/lib/board/rules";
import { sharedProduct } from "./global-setup";

/** Who the stories are about: the sample accounts, one for each role. */
export const ACCOUNTS = {
  supervisor: "supervisor",
  leader: "leader",
  unitHead: "unithead",
  staff: "staff",
  observer: "observer",
  systemAdmin: "sysadmin",
  securityAdmin: "secadmin",
  auditAdmin: "auditadmin",
} as const;
export type RoleName = keyof typeof ACCOUNTS;

type Options = Parameters<Browser["newContext"]>[0];
/** Opens a browser of their own for somebody who has signed in. */
type SignedIn = (role: RoleName, options?: Options) => Promise<Page>;

const cookies = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Signs in through the page's own form requests, once per account and worker, and answers the cookies. */
async function cookiesOf(
  browser: Browser,
  account: string,
): Promise<Awaited<ReturnType<BrowserContext["cookies"]>>> {
  const known = cookies.get(account);
  if (known) return known;
  const { url, password } = sharedProduct();
  const context = await browser.newContext({ baseURL: url });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, name: account, password, json: "true" },
    headers: { origin: url },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  const found = await context.cookies();
  cookies.set(account, found);
  await context.close();
  return found;
}

export const test = base.extend<{ as: SignedIn }>({
  as: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role, options) => {
      const context = await browser.newContext({ baseURL: sharedProduct().url, ...options });
      await context.addCookies(await cookiesOf(browser, ACCOUNTS[role]));
      opened.push(context);
      return arriving(await context.newPage());
    });
    for (const context of opened) await context.close();
  },
});

/** A page whose `goto` ends when its controls answer: only a robot presses them before. */
function arriving(page: Page): Page {
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const answer = await goto(...where);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("main :is(button, select, input, textarea)")].every((control) =>
        Object.keys(control).some((key) => key.startsWith("__reactProps")),
      ),
    );
    return answer;
  };
  return page;
}

/** Forgets that somebody was signed in, after a story that ended their session. */
export function forget(role: RoleName): void {
  cookies.delete(ACCOUNTS[role]);
}

/** Sends a command as the page's own person. */
export async function command(
  page: Page,
  name: string,
  data: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await page.request.post(`/api/commands/${name}`, {
    data,
    headers: { origin: sharedProduct().url, "content-type": "application/json" },
  });
  return { status: answer.status(), body: await answer.json() };
}

/** Gives a unit another name, whatever its version is by now. */
export async function renameUnit(page: Page, unitId: number, name: string) {
  const first = await command(page, "unit.edit", { unitId, version: 1, name });
  if (first.status === 200) return;
  const { version } = first.body.current as { version: number };
  const second = await command(page, "unit.edit", { unitId, version, name });
  expect(second.status, JSON.stringify(second.body)).toBe(200);
}

/** The board that the page's own person sees. */
export async function boardOf(page: Page): Promise<BoardSnapshot> {
  const board = fromWire(await (await page.request.get("/api/board")).json());
  if (!board) throw new Error("the answer was not a board");
  return board;
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export { expect };
