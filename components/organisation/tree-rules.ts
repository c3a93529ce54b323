import type {
  Holder,
  Organisation,
  OrganisationPost,
  OrganisationUnit,
  Person,
} from "@/lib/organisation/queries";

/** What the tree shows, row by row. */

export type UnitRow = {
  kind: "unit";
  key: string;
  level: number;
  unit: OrganisationUnit;
  hasParts: boolean;
  folded: boolean;
};
export type PostRow = { kind: "post"; key: string; level: number; post: OrganisationPost };
export type TreeRow = UnitRow | PostRow;

export type TreeWish = {
  folded: ReadonlySet<number>;
  /** Also what was closed. */
  closed: boolean;
  /** Only vacant posts and the units that they are in. */
  vacant: boolean;
};

/** Each unit, its posts, and the units below it; what is folded away is left out. */
export function treeRows({ units, posts }: Organisation, wish: TreeWish): TreeRow[] {
  const shown = posts.filter(
    (post) => (wish.closed || post.closedOn === null) && (!wish.vacant || post.vacant),
  );
  const byUnit = new Map<number, OrganisationPost[]>();
  for (const post of shown) byUnit.set(post.unitId, [...(byUnit.get(post.unitId) ?? []), post]);
  const kept = keptUnits(units, byUnit, wish);
  const walk = (parentId: number | null, level: number): TreeRow[] =>
    kept
      .filter((unit) => unit.parentId === parentId)
      .flatMap((unit) => {
        const own = byUnit.get(unit.id) ?? [];
        const hasParts = own.length > 0 || kept.some((other) => other.parentId === unit.id);
        const folded = hasParts && !wish.vacant && wish.folded.has(unit.id);
        const row: UnitRow = { kind: "unit", key: `u${unit.id}`, level, unit, hasParts, folded };
        if (folded) return [row];
        const inside = own.map(
          (post): PostRow => ({ kind: "post", key: `p${post.id}`, level: level + 1, post }),
        );
        return [row, ...inside, ...walk(unit.id, level + 1)];
      });
  return walk(null, 1);
}

function keptUnits(
  units: readonly OrganisationUnit[],
  byUnit: ReadonlyMap<number, OrganisationPost[]>,
  wish: TreeWish,
): OrganisationUnit[] {
  const open = units.filter((unit) => wish.closed || unit.closedOn === null);
  if (!wish.vacant) return open;
  const parents = new Map(open.map((unit) => [unit.id, unit.parentId]));
  const wanted = new Set<number>();
  for (const id of byUnit.keys())
    for (let at: number | null | undefined = id; at != null && !wanted.has(at); at = parents.get(at))
      wanted.add(at);
  return open.filter(({ id }) => wanted.has(id));
}

export type TreeMove = { to: number } | { fold: number } | { unfold: number };

/** Where a key leads from row `at`, or what it folds; null when the key means nothing here. */
export function treeMove(key: string, rows: readonly TreeRow[], at: number): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  const last = rows.length - 1;
  if (key === "ArrowDown" || key === "j") return { to: Math.min(last, at + 1) };
  if (key === "ArrowUp" || key === "k") return { to: Math.max(0, at - 1) };
  if (key === "Home") return { to: 0 };
  if (key === "End") return { to: last };
  if (key === "ArrowRight" && row.kind === "unit" && row.folded) return { unfold: row.unit.id };
  if (key === "ArrowRight" && row.kind === "unit" && row.hasParts) return { to: Math.min(last, at + 1) };
  if (key !== "ArrowLeft") return null;
  if (row.kind === "unit" && row.hasParts && !row.folded) return { fold: row.unit.id };
  const parent = rows.slice(0, at).findLastIndex((above) => above.level < row.level);
  return parent < 0 ? null : { to: parent };
}

/** Open siblings of a unit or post in their order, itself among them. */
function siblingsOf(organisation: Organisation, row: TreeRow): { id: number }[] {
  if (row.kind === "unit") {
    const { parentId } = row.unit;
    return organisation.units.filter((unit) => unit.parentId === parentId && unit.closedOn === null);
  }
  return organisation.posts.filter((post) => post.unitId === row.post.unitId && post.closedOn === null);
}

/** The place that a row would take one step up (−1) or down (+1), as the command counts places; null at either end. */
export function placeAfter(organisation: Organisation, row: TreeRow, step: 1 | -1): number | null {
  const own = row.kind === "unit" ? row.unit : row.post;
  const open = siblingsOf(organisation, row);
  const neighbour = open[open.findIndex(({ id }) => id === own.id) + step];
  if (!neighbour) return null;
  // Closed siblings keep their places, so the neighbour's place among all of them counts.
  const all =
    row.kind === "unit"
      ? organisation.units.filter((unit) => unit.parentId === row.unit.parentId)
      : organisation.posts.filter((post) => post.unitId === row.post.unitId);
  return all.findIndex(({ id }) => id === neighbour.id);
}

/** A person with the posts held today or later. */
export type Placed = Person & { posts: OrganisationPost[] };

/** People in the order of the organisation: by their first post; those without one after them, those who left last. */
export function peopleInOrder({ people, posts, units, today }: Organisation): Placed[] {
  const unitPlace = new Map(units.map(({ id }, place) => [id, place]));
  const ordered = [...posts].sort(
    (a, b) => (unitPlace.get(a.unitId) ?? 0) - (unitPlace.get(b.unitId) ?? 0) || a.order - b.order,
  );
  const held = new Map<number, OrganisationPost[]>();
  for (const post of ordered)
    for (const { personId } of post.holders) held.set(personId, [...(held.get(personId) ?? []), post]);
  const place = new Map(ordered.map((post, at) => [post.id, at]));
  const rank = (person: Person) => {
    if (person.leftOn !== null && person.leftOn < today) return Number.MAX_SAFE_INTEGER;
    return place.get(held.get(person.id)?.[0]?.id ?? -1) ?? Number.MAX_SAFE_INTEGER - 1;
  };
  return people
    .map((person) => ({ ...person, posts: held.get(person.id) ?? [] }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Vacant posts with the open tasks that nobody looks after. */
export function vacancies({ posts }: Organisation): { posts: number; tasks: number } {
  const vacant = posts.filter((post) => post.vacant);
  return { posts: vacant.length, tasks: vacant.reduce((sum, { work }) => sum + (work ?? 0), 0) };
}

/** The posts that nobody will hold once this person is gone; who gives a post up today does not fill it either. */
export function emptiedBy({ posts, today }: Organisation, personId: number): OrganisationPost[] {
  return posts.filter(({ holders }) => {
    const now = holders.filter(({ from }) => from <= today);
    const stays = ({ to, personId: other }: Holder) => other !== personId && (to === null || to > today);
    return now.some((holder) => holder.personId === personId) && !now.some(stays);
  });
}
