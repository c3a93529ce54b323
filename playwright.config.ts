import { defineConfig } from "@playwright/test";
import { sharedProduct } from "./e2e/global-setup";
import { chromiumLaunch } from "./e2e/harness";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/global-setup",
  workers: 1,
  // All share one product: what looks at the sample as it was played comes before what adds to it.
  projects: [
    { name: "untouched", testMatch: "wall.spec.ts" },
    { name: "leagues", testMatch: "leagues.spec.ts" },
    { name: "main job", testMatch: "main-job.spec.ts" },
    {
      name: "stories",
      testMatch: "*.spec.ts",
      testIgnore: ["wall.spec.ts", "leagues.spec.ts", "main-job.spec.ts"],
    },
  ],
  timeout: 60_000,
  // One browser and the product share two cores there; what needed a second attempt is named at the end.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.GUATU_E2E_REPORT
    ? [["list"], ["json", { outputFile: process.env.GUATU_E2E_REPORT }]]
    : "list",
  use: {
    baseURL: sharedProduct().url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: chromiumLaunch(),
  },
});
