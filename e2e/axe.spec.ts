import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, PHONE, type RoleName, test } from "./fixtures";

/** No page has a fault that axe can see, at a desk or on a phone. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES: [path: string, role: RoleName][] = [
  ["/", "supervisor"],
  ["/", "staff"],
  ["/leader", "leader"],
  ["/board", "supervisor"],
  ["/board/2024-06-30", "leader"],
  ["/tasks/1", "supervisor"],
  ["/tasks/16", "unitHead"],
  ["/tasks/23", "supervisor"],
  ["/plan", "leader"],
  ["/wall", "leader"],
  ["/dashboard", "leader"],
  ["/dashboard/present", "leader"],
  ["/dashboard/published", "supervisor"],
  ["/public", "observer"],
  ["/wall/plots", "leader"],
  ["/wall/present", "leader"],
  ["/ledgers", "supervisor"],
  ["/ledgers/4", "supervisor"],
  ["/ledgers/6?view=board", "staff"],
  ["/ledgers/6?view=figures", "leader"],
  ["/ledgers/4?view=plot", "supervisor"],
  ["/leagues", "supervisor"],
  ["/leagues/1", "supervisor"],
  ["/leagues/1?edition=live", "staff"],
  ["/leagues/1/present", "leader"],
  ["/coverage", "staff"],
  ["/coverage", "supervisor"],
  ["/coverage/1", "supervisor"],
  ["/coverage/1?view=missed", "leader"],
  ["/coverage/registers", "supervisor"],
  ["/coverage/registers/3", "supervisor"],
  ["/meetings", "supervisor"],
  ["/meetings/1", "supervisor"],
  ["/meetings/1?view=changes", "leader"],
  ["/meetings/series/1", "supervisor"],
  ["/meetings/1/present", "leader"],
  ["/supervision", "supervisor"],
  ["/supervision", "leader"],
  ["/supervision/notices/1", "supervisor"],
  ["/papers", "supervisor"],
  ["/papers/progress", "leader"],
  ["/papers/composed/1", "supervisor"],
  ["/report", "staff"],
  ["/report", "unitHead"],
  ["/rounds", "supervisor"],
  ["/rounds/1", "supervisor"],
  ["/organisation", "supervisor"],
  ["/inbox", "staff"],
  ["/settings", "staff"],
  ["/settings/password", "staff"],
  ["/admin", "systemAdmin"],
  ["/admin/accounts", "systemAdmin"],
  ["/admin/outlets", "systemAdmin"],
  ["/admin/roles", "securityAdmin"],
  ["/admin/journal", "auditAdmin"],
];

type Found = { id: string; nodes: { html: string }[] };

async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
  const found = await page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Found[] }> };
    };
    return (
      await run.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    ).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

for (const [path, role] of PAGES) {
  for (const [size, options] of [
    ["a desk", { viewport: { width: 1440, height: 900 } }],
    ["a phone", PHONE],
  ] as const) {
    test(`axe finds nothing on ${path} for ${role} at ${size}`, async ({ as }) => {
      const page = await as(role, { ...options, bypassCSP: true });
      await page.goto(path);
      await page.waitForLoadState("load");
      await expect(page.locator("main, [role=main]").first()).toBeVisible();
      await page.waitForTimeout(800);
      expect(await faults(page)).toEqual([]);
    });
  }
}

test("axe finds nothing on the sign-in page", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: /登录/ })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
