import { type Browser, chromium } from "@playwright/test";
import type { Product } from "../e2e/harness";
import { CHROMIUM_FLAGS, findChromium } from "../scripts/steps/chromium.mjs";
import { firstPaint, signedIn } from "./measure/desk";
import type { Figure } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";
import { signIn } from "./measure/people";
import { measureRollUp } from "./measure/roll-up";

const TASKS = 10_000;
const PAINTED = 5_000;
const TIMES = 40;

/** The figures of every section and the whole plan, against the one best statement; and how long a person waits for the wall and the plan. */
export async function rollup(product: Product): Promise<Figure[]> {
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, TASKS);
  const { own, statement } = await measureRollUp(product.databaseUrl, TIMES);
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, PAINTED);
  const opened = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  const painted = await paint(opened, product).finally(() => opened.close());
  const what = `roll-up of ${TASKS} tasks over all sections`;
  return [{ what, value: own, floor: statement, unit: "ms cpu", aim: "≤ 2 ×" }, ...painted];
}

async function paint(opened: Browser, product: Product): Promise<Figure[]> {
  const page = await signedIn(opened, product, await signIn(product.url, "b1x"));
  const bare = await firstPaint(page, `${product.url}/settings`, "h1");
  const figures: Figure[] = [];
  for (const [route, selector] of [
    ["/wall", "[data-task-id]"],
    ["/plan", "section h2"],
    ["/dashboard", "section h2"],
  ] as const) {
    const first = await firstPaint(page, product.url + route, selector);
    const again = await firstPaint(page, product.url + route, selector);
    const name = `${route} of ${PAINTED} tasks`;
    figures.push({
      what: `${name}: painted, cold`,
      value: first,
      floor: bare,
      unit: "ms",
      aim: "≤ 1,500 ms",
    });
    figures.push({ what: `${name}: painted again`, value: again, floor: bare, unit: "ms", aim: "≤ 800 ms" });
  }
  await page.context().close();
  return figures;
}
