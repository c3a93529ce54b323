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
            value: quantile(
              keys.map(({ painted }) => painted),
              0.95,
            ),
            floor: null,
            unit: "ms",
            aim: size === 5000 ? "≤ 32 ms" : "",
          },
          {
            what: `${name}: filter key to its cards p95`,
            value: quantile(
              keys.map(({ cards }) => cards),
              0.95,
            ),
            floor: null,
            unit: "ms",
            aim: "",
          },
        ]
      : []),
    { what: `${name}: longest task while opening`, value: longest, floor: null, unit: "ms", aim: "≤ 100 ms" },
    { what: `${name}: open a card`, value: open.ours, floor: open.floor, unit: "ms", aim: "≤ 80 ms" },
  ];
}

/** Milliseconds from a key in the search box to the paint after it, and to the last change of the cards that it brings. */
type Key = { painted: number; cards: number };
type Marks = { painted: Promise<number>; cards: number };
const SETTLED_MS = 400;

async function keystrokes(page: Page): Promise<Key[]> {
  const box = page.getByRole("searchbox").first();
  await box.focus();
  const times: Key[] = [];
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
    await page.evaluate(awaitKey);
    if (key === "Backspace") await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
    const painted = await page.evaluate(() => (window as unknown as Marks).painted);
    await page.waitForTimeout(SETTLED_MS);
    times.push({ painted, cards: await page.evaluate(() => (window as unknown as Marks).cards) });
  }
  return times;
}

/** Runs in the page: takes the times of the next key. */
function awaitKey(): void {
  const marks = window as unknown as Marks & { began: number; changes: MutationObserver };
  marks.changes?.disconnect();
  marks.cards = 0;
  marks.changes = new MutationObserver(() => {
    marks.cards = performance.now() - marks.began;
  });
  marks.painted = new Promise((done) => {
    document.addEventListener(
      "input",
      () => {
        marks.began = performance.now();
        marks.changes.observe(document.querySelector("main") ?? document.body, {
          childList: true,
          subtree: true,
        });
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - marks.began), 0));
      },
      { once: true, capture: true },
    );
  });
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

/** The floor is a click that nothing comes of: finding the place, moving the mouse and waiting for frames are in both. */
async function openCard(page: Page): Promise<{ ours: number; floor: number }> {
  const times: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < 5; n++) {
    bare.push(await clickTo(page, "h1", "h1", 0));
    times.push(await clickTo(page, CARD, "[data-task-panel]", n));
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
  }
  return { ours: quantile(times, 0.5), floor: quantile(bare, 0.5) };
}

async function clickTo(page: Page, what: string, shown: string, at: number): Promise<number> {
  const begun = performance.now();
  await page.locator(what).nth(at).click();
  await page.waitForSelector(shown, { state: "visible", timeout: 10_000 });
  return performance.now() - begun;
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
