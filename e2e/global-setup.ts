import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { fillDemo, type Product, startProduct } from "./harness";

/** The product that the stories share, as the global set-up leaves it to the workers. */
export type Shared = Pick<Product, "url" | "databaseUrl"> & { password: string };

/** Starts one product for all stories: the sample year with one account for each role, seen on its day. */
export default async function setUp(): Promise<() => Promise<void>> {
  const password = `Demo-${randomBytes(9).toString("base64url")}-1`;
  const folder = await fillDemo(password);
  const product = await startProduct({
    folder,
    env: { GUATU_TODAY: "2024-09-30", GUATU_COMMANDS_PER_MINUTE: "100000" },
  });
  const shared: Shared = { url: product.url, databaseUrl: product.databaseUrl, password };
  process.env.GUATU_E2E = JSON.stringify(shared); // the workers start after this and inherit it
  return async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The product that the global set-up started. */
export function sharedProduct(): Shared {
  return JSON.parse(process.env.GUATU_E2E ?? "{}");
}
