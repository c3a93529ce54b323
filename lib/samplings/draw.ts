import { createHash, randomBytes } from "node:crypto";
import type { SampleKind } from "./rules";

/** The lot of one thing: the first 16 digits of the SHA-256 of "seed:kind:id", which any other program can compute as well. */
export function lotOf(seed: string, kind: SampleKind, id: number): string {
  return createHash("sha256").update(`${seed}:${kind}:${id}`).digest("hex").slice(0, 16);
}

/** The `size` ids with the smallest lots, in the order of their lots; all of them when there are fewer. */
export function draw(kind: SampleKind, ids: readonly number[], size: number, seed: string): number[] {
  const lots = ids.map((id) => ({ id, lot: lotOf(seed, kind, id) }));
  lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id - b.id));
  return lots.slice(0, size).map(({ id }) => id);
}

/** A seed that nobody chose: whoever could choose it could choose what is looked at. */
export function newSeed(): string {
  return randomBytes(8).toString("hex");
}
