import { beforeAll, expect, test } from "vitest";
import { databaseUrl, seededDatabase } from "@/lib/testing/database";
import { fill } from "./fill";
import { measureRollUp } from "./roll-up";

beforeAll(seededDatabase);

test("the statement that roll-ups are measured against counts what they count", async () => {
  await fill(databaseUrl(), 3000);
  await expect(measureRollUp(databaseUrl(), 1)).resolves.toBeDefined();
});
