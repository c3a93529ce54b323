import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone that nobody here lives in, with a quarter of an hour in it: a forgotten time zone shows.
process.env.TZ = "Asia/Kathmandu";

const alias = { "@": path.resolve(import.meta.dirname) };

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "product",
          include: ["{lib,app,components,prisma,messages,bench}/**/*.test.{ts,tsx}", "*.test.ts"],
          globalSetup: "lib/testing/server.ts",
          setupFiles: "lib/testing/each-file.ts",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // These start and kill processes of their own, so they get time and no shared database.
        resolve: { alias },
        test: {
          name: "start",
          include: ["scripts/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
