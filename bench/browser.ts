import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Product } from "../e2e/harness";
import { CHROMIUM_FLAGS, findChromium } from "../scripts/steps/chromium.mjs";
import { firstPaint, signedIn } from "./measure/desk";
import { type Figure, quantile } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";
import { signIn } from "./measure/people";

const SIZES = [
  [500, "≤ 800 ms", "≤ 350 ms"],
  [5_000, "≤ 900 ms", "≤ 400 ms"],
  [20_000, "≤ 1,200 ms", "≤ 600 ms"],
] as const;
const ROUTES = ["/", "/board", "/plan", "/meetings", "/organisation", "/settings"];

/** What a person at a desk waits for; the floor is a page of the same product that holds nothing but words. */
export async function browser(product: Product): Promise<Figure[]> {
  const opened = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  try {
    const cookie = await signIn(product.url, "b1x");
    const figures: Figure[] = [];
    for (const [size, cold, warm] of SIZES) {
      await emptyTasks(product.databaseUrl);
      await fill(product.databaseUrl, size);
      figures.push(...(await boardAt(opened, product, cookie, size, cold, warm)));
    }
    figures.push(...(await scripts(opened, product, cookie)));
    return figures;
  } finally {
    await opened.close();
  }
}

const CARD = "[data-task-id]";

async function boardAt(
  opened: Browser,
  product: Product,
  cookie: string,
  size: number,
  coldAim: string,
  warmAim: string,
): Promise<Figure[]> {
  const name = `browser, ${size} tasks`;
  const page = await signedIn(opened, product, cookie);
  const bare = await firstPaint(page, `${product.url}/settings`, "h1");
  const cold = await firstPaint(page, `${product.url}/board`, CARD);
  const warm: number[] = [];
  for (let n = 0; n < 3; n++) warm.push(await firstPaint(page, `${product.url}/board`, CARD));
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  const keys = size === 500 ? [] : await keystrokes(page);
  const longest = await longestTask(page, `${product.url}/board`);
  const open = await openCard(page);
  await page.context().close();
  return [
    { what: `${name}: first cards, cold`, value: cold, floor: bare, unit: "ms", aim: coldAim },
    {
      what: `${name}: first cards, from the local copy`,
      value: quantile(warm, 0.5),
      floor: bare,
      unit: "ms",
      aim: warmAim,
    },
    { what: `${name}: elements in the page`, value: nodes, floor: null, unit: "", aim: "≤ 2,500" },
    ...(keys.length > 0
      ? [
          {
            what: `${name}: filter key to paint p95`,
            value: quantile(keys, 0.95),
            floor: null,
            unit: "ms",
            aim: size === 5000 ? "≤ 32 ms" : "",
          },
        ]
      : []),
    { what: `${name}: longest task while opening`, value: longest, floor: null, unit: "ms", aim: "≤ 100 ms" },
    { what: `${name}: open a card`, value: open, floor: null, unit: "ms", aim: "≤ 80 ms" },
  ];
}

/** From each key in the search box to the paint after it. */
async function keystrokes(page: Page): Promise<number[]> {
  const box = page.getByRole("searchbox").first();
  await box.focus();
  const times: number[] = [];
  for (const key of [
    "走",
    "访",
    "Backspace",
    "Backspace",
    "征",
    "收",
    "签",
    "Backspace",
    "Backspace",
    "Backspace",
  ]) {
    await page.evaluate(() => {
      const marks = window as unknown as { began: number; painted: Promise<number> };
      marks.painted = new Promise((done) => {
        document.addEventListener(
          "input",
          () => {
            marks.began = performance.now();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - marks.began), 0));
          },
          { once: true, capture: true },
        );
      });
    });
    if (key === "Backspace") await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
    times.push(await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted));
    await page.waitForTimeout(150);
  }
  return times;
}

async function longestTask(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const seen = window as unknown as { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await firstPaint(page, url, CARD);
  await page.waitForTimeout(1500);
  return page.evaluate(() => (window as unknown as { longest: number }).longest);
}

async function openCard(page: Page): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const begun = performance.now();
    await page.locator(CARD).nth(n).click();
    await page.waitForSelector("[data-task-panel]", { state: "visible", timeout: 10_000 });
    times.push(performance.now() - begun);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
  }
  return quantile(times, 0.5);
}

/** Script bytes that each route loads at first, against the lightest page of the product that nobody needs to sign in for. */
async function scripts(opened: Browser, product: Product, cookie: string): Promise<Figure[]> {
  const bare = await bytesOf(opened, product, "", "/no-such-page");
  const figures: Figure[] = [];
  for (const route of ROUTES) {
    const bytes = await bytesOf(opened, product, cookie, route);
    figures.push({
      what: `scripts of ${route}`,
      value: bytes / 1000,
      floor: bare / 1000,
      unit: "kB gzip",
      aim: "bare + 80 kB",
    });
  }
  return figures;
}

async function bytesOf(opened: Browser, product: Product, cookie: string, route: string): Promise<number> {
  const page = cookie === "" ? await opened.newPage() : await signedIn(opened, product, cookie);
  const sizes: Promise<number>[] = [];
  page.on("response", (answer) => {
    if (answer.request().resourceType() === "script")
      sizes.push(
        answer.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
  });
  await page.goto(`${product.url}${route}`, { waitUntil: "load" });
  await page.waitForTimeout(1500);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.context().close();
  return total;
}
