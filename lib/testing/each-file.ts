import { mkdtempSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { databaseUrl, dropDatabase, freshDatabase } from "./database";

// Set before anything of the product is imported, because it reads its environment once.
Object.assign(process.env, {
  NODE_ENV: "test",
  DATABASE_URL: databaseUrl(),
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: "only-for-tests-0123456789-abcdefghijklmnop",
  GUATU_DATA: mkdtempSync(path.join(inject("files"), "data-")),
});
delete process.env.GUATU_TODAY;

// Rules are pure: their tests need no database and stay fast.
const isPure = /(^|[./-])rules\.test\.ts$/.test(path.basename(expect.getState().testPath ?? ""));

if (!isPure) {
  beforeAll(freshDatabase);
  afterAll(dropDatabase);
}
