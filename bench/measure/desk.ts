import type { Browser, Page } from "@playwright/test";
import type { Product } from "../../e2e/harness";

/** A page of somebody at a desk, signed in by a cookie. */
export async function signedIn(opened: Browser, product: Product, cookie: string): Promise<Page> {
  const context = await opened.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
  });
  const cookies = cookie.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url: product.url };
  });
  await context.addCookies(cookies);
  return context.newPage();
}

/** Milliseconds until the page shows something that matches. */
export async function firstPaint(page: Page, url: string, selector: string): Promise<number> {
  const begun = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector(selector, { state: "visible", timeout: 60_000 });
  return performance.now() - begun;
}
