import { demand } from "../auth/demand";
import { type Actor, may, visibleTo } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { today } from "../clock";
import { prisma } from "../db";
import type { TaskStatus } from "../tasks/rules";
import { inTreeOrder, type UnitKind } from "./rules";

const OPEN_WORK: TaskStatus[] = ["assigned", "inProgress", "submitted", "suspended"];

/** `to` is the last day; null while nobody has said when it ends. */
export type Holder = { holdingId: number; personId: number; name: string; from: Day; to: Day | null };

export type OrganisationPost = {
  id: number;
  unitId: number;
  name: string;
  isHead: boolean;
  order: number;
  closedOn: Day | null;
  version: number;
  /** Those who hold it today or later. */
  holders: Holder[];
  /** Nobody holds it today. */
  vacant: boolean;
  /** Open tasks that it answers for, of those that this person sees; null for people who see none. */
  work: number | null;
};

export type OrganisationUnit = {
  id: number;
  parentId: number | null;
  kind: UnitKind;
  name: string;
  shortName: string;
  order: number;
  closedOn: Day | null;
  version: number;
  depth: number;
};

export type Person = {
  id: number;
  name: string;
  pinyin: string;
  initials: string;
  /** Empty where this person may not see numbers. */
  phone: string;
  leftOn: Day | null;
  version: number;
};

export type Organisation = {
  today: Day;
  /** In the order of the tree, closed ones included. */
  units: OrganisationUnit[];
  posts: OrganisationPost[];
  people: Person[];
};

/** Units, posts and the people in them, as of today. @throws Forbidden */
export async function getOrganisation(actor: Actor): Promise<Organisation> {
  demand(actor, "organisation.see");
  const day = today();
  const [units, posts, people] = await Promise.all([readUnits(), readPosts(actor, day), readPeople(actor)]);
  return { today: day, units: inTreeOrder(units), posts, people };
}

function readUnits() {
  return prisma().unit.findMany({
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: {
      id: true,
      parentId: true,
      kind: true,
      name: true,
      shortName: true,
      order: true,
      closedOn: true,
      version: true,
    },
  });
}

async function readPosts(actor: Actor, day: Day): Promise<OrganisationPost[]> {
  const [rows, work] = await Promise.all([
    prisma().post.findMany({
      orderBy: [{ order: "asc" }, { id: "asc" }],
      select: {
        ...{ id: true, unitId: true, name: true, isHead: true, order: true, closedOn: true, version: true },
        holdings: {
          where: { OR: [{ toDay: null }, { toDay: { gte: day } }] },
          orderBy: [{ fromDay: "asc" }, { id: "asc" }],
          select: { id: true, fromDay: true, toDay: true, person: { select: { id: true, name: true } } },
        },
      },
    }),
    countWork(actor),
  ]);
  return rows.map(({ holdings, ...post }) => ({
    ...post,
    holders: holdings.map(({ id, fromDay, toDay, person }) => ({
      holdingId: id,
      personId: person.id,
      name: person.name,
      from: fromDay,
      to: toDay,
    })),
    vacant: post.closedOn === null && !holdings.some(({ fromDay }) => fromDay <= day),
    work: work === null ? null : (work.get(post.id) ?? 0),
  }));
}

async function countWork(actor: Actor): Promise<Map<number, number> | null> {
  if (!may(actor, "board.see")) return null;
  const counts = await prisma().task.groupBy({
    by: ["ownerPostId"],
    where: { AND: [visibleTo(actor), { status: { in: OPEN_WORK } }] },
    _count: { _all: true },
  });
  return new Map(counts.map(({ ownerPostId, _count }) => [ownerPostId ?? 0, _count._all]));
}

async function readPeople(actor: Actor): Promise<Person[]> {
  const rows = await prisma().person.findMany({
    orderBy: [{ leftOn: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      pinyin: true,
      initials: true,
      phone: true,
      leftOn: true,
      version: true,
    },
  });
  const sees = may(actor, "person.change") || may(actor, "holding.change");
  return rows.map((row) => ({ ...row, phone: (sees && row.phone) || "" }));
}

export type HoldingRow = {
  id: number;
  person: string;
  post: string;
  unit: string;
  from: Day;
  to: Day | null;
};

/** Who held which post when, the latest first. @throws Forbidden */
export async function listHoldings(
  actor: Actor,
  { page, size }: { page: number; size: number },
): Promise<{ total: number; rows: HoldingRow[] }> {
  demand(actor, "organisation.see");
  const [total, rows] = await Promise.all([
    prisma().holding.count(),
    prisma().holding.findMany({
      orderBy: [{ fromDay: "desc" }, { id: "desc" }],
      skip: (page - 1) * size,
      take: size,
      select: {
        id: true,
        fromDay: true,
        toDay: true,
        person: { select: { name: true } },
        post: { select: { name: true, unit: { select: { name: true } } } },
      },
    }),
  ]);
  return {
    total,
    rows: rows.map(({ id, fromDay, toDay, person, post }) => ({
      ...{ id, from: fromDay, to: toDay },
      person: person.name,
      post: post.name,
      unit: post.unit.name,
    })),
  };
}
