import { type Product, startProduct } from "./harness";

/** The product that the stories share, as the global set-up leaves it to the workers. */
export type Shared = Pick<Product, "url" | "setupLink" | "databaseUrl">;

/** Starts one product for all stories, seen on the day of the demonstration. */
export default async function setUp(): Promise<() => Promise<void>> {
  const product = await startProduct({ env: { GUATU_TODAY: "2024-09-30" } });
  const { url, setupLink, databaseUrl } = product;
  const shared: Shared = { url, setupLink, databaseUrl };
  process.env.GUATU_E2E = JSON.stringify(shared); // the workers start after this and inherit it
  return product.stop;
}

/** The product that the global set-up started. */
export function sharedProduct(): Shared {
  return JSON.parse(process.env.GUATU_E2E ?? "{}");
}
