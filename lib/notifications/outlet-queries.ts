import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { prisma } from "../db";
import { CHANNELS, type Channel, type MessageKind } from "./kind-rules";

/** What the system administrator sees: ways out and what is on them, never what a message says. */

export type Outlet = {
  channel: Channel;
  /** With the part left out that must stay secret; empty before it is set. */
  address: string;
  hasSecret: boolean;
  sender: string;
  enabled: boolean;
  /** 0 before it is set for the first time. */
  version: number;
  lastTest: { at: Date; status: DeliveryStatus; problem: string | null } | null;
};
export type DeliveryStatus = "waiting" | "sent" | "failed" | "dropped";

/** The four ways, set or not. @throws Forbidden */
export async function getOutlets(actor: Actor): Promise<Outlet[]> {
  demand(actor, "outlet.change");
  const [rows, tests] = await Promise.all([prisma().outlet.findMany(), listLastTests(actor)]);
  return CHANNELS.map((channel) => {
    const row = rows.find((one) => one.channel === channel);
    const test = tests.find((one) => one.channel === channel);
    return {
      ...{ channel, address: row?.address ?? "", hasSecret: row?.secret != null },
      ...{ sender: row?.sender ?? "", enabled: row?.enabled ?? false, version: row?.version ?? 0 },
      lastTest: test ? { at: test.notification.at, status: test.status, problem: test.problem } : null,
    };
  });
}

async function listLastTests(actor: Actor) {
  return prisma().delivery.findMany({
    where: { notification: { accountId: actor.accountId ?? 0, kind: "outletTest" } },
    distinct: ["channel"],
    orderBy: { id: "desc" },
    select: { channel: true, status: true, problem: true, notification: { select: { at: true } } },
  });
}

export type DeliveryRow = {
  id: number;
  at: Date;
  person: string;
  kind: MessageKind;
  channel: Channel;
  status: DeliveryStatus;
  attempts: number;
  dueAt: Date;
  sentAt: Date | null;
  problem: string | null;
};

export type DeliveryPage = { items: DeliveryRow[]; next: number | null; waiting: number; failed: number };

const PAGE = 50;

/** What was put on its way, newest first: the dead letters, what still waits, or all. @throws Forbidden */
export async function listDeliveries(
  actor: Actor,
  { status, before }: { status: "failed" | "waiting" | "all"; before?: number | null },
): Promise<DeliveryPage> {
  demand(actor, "outlet.change");
  const where = { ...(status !== "all" && { status }), ...(before && { id: { lt: before } }) };
  const [rows, counts] = await Promise.all([
    prisma().delivery.findMany({ where, orderBy: { id: "desc" }, take: PAGE + 1, select: SELECT }),
    prisma().delivery.groupBy({
      by: ["status"],
      where: { status: { in: ["waiting", "failed"] } },
      _count: true,
    }),
  ]);
  const items = rows.slice(0, PAGE).map(({ notification: { at, kind, account }, ...row }) => ({
    ...{ ...row, at, kind: kind as MessageKind, person: account.person?.name ?? account.name },
  }));
  const countOf = (wanted: string) => counts.find((one) => one.status === wanted)?._count ?? 0;
  const next = rows.length > PAGE ? (items.at(-1)?.id ?? null) : null;
  return { items, next, waiting: countOf("waiting"), failed: countOf("failed") };
}

const SELECT = {
  ...{ id: true, channel: true, status: true, attempts: true, dueAt: true, sentAt: true, problem: true },
  notification: {
    select: {
      at: true,
      kind: true,
      account: { select: { name: true, person: { select: { name: true } } } },
    },
  },
} as const;
