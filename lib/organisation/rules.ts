export const UNIT_KINDS = [
  "subdistrict",
  "leadership",
  "department",
  "community",
  "grid",
  "microGrid",
  "taskForce",
  "emergencyTeam",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export type UnitNode = { id: number; parentId: number | null };

/** Would putting `id` below `parentId` close a circle? */
export function wouldCircle(units: readonly UnitNode[], id: number, parentId: number): boolean {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  for (let at: number | null | undefined = parentId; at != null; at = parents.get(at)) {
    if (at === id) return true;
  }
  return false;
}

/**
 * The new numbers after `moved` took the place `to` (from 0; null: the last); only rows whose number differs.
 * @param siblings in their present order, `moved` among them
 */
export function placedAt<T extends { id: number; order: number }>(
  siblings: readonly T[],
  moved: number,
  to: number | null,
): { id: number; order: number }[] {
  const numbers = new Map(siblings.map(({ id, order }) => [id, order]));
  const ids = siblings.map(({ id }) => id).filter((id) => id !== moved);
  ids.splice(to ?? ids.length, 0, moved);
  return ids.map((id, order) => ({ id, order })).filter(({ id, order }) => numbers.get(id) !== order);
}

/** The units in the order of the tree, each before its children; siblings keep the order given. */
export function inTreeOrder<T extends UnitNode>(units: readonly T[]): (T & { depth: number })[] {
  const children = new Map<number | null, T[]>();
  const known = new Set(units.map((unit) => unit.id));
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const walk = (parent: number | null, depth: number): (T & { depth: number })[] =>
    (children.get(parent) ?? []).flatMap((unit) => [{ ...unit, depth }, ...walk(unit.id, depth + 1)]);
  return walk(null, 0);
}

export type OrganisationRefusal =
  | "unitCircle"
  | "unitHasWork"
  | "postHasWork"
  | "personLeft"
  | "alreadyHolds"
  | "holdingEnded"
  | "endBeforeStart"
  | "nameTaken";
