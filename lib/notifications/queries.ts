import { type Actor, visibleTo } from "../auth/permissions";
import { prisma } from "../db";
import { CHANNELS, type Channel, type MessageKind, type MessageParams } from "./kind-rules";
import { NO_PREFERENCE, type Preference } from "./preference-rules";

/** One message as its reader sees it; `say-message.ts` makes its sentence. */
export type InboxItem = {
  id: number;
  kind: MessageKind;
  params: MessageParams;
  /** What it is about stays in the task: the sentence says only that something waits. */
  sensitive: boolean;
  link: string;
  taskId: number | null;
  at: Date;
  seenAt: Date | null;
};

export type InboxPage = {
  items: InboxItem[];
  unseen: number;
  /** Ask with `before: next` for what is older; null at the end. */
  next: number | null;
};

const PAGE = 30;
const SELECT = {
  id: true,
  kind: true,
  params: true,
  sensitive: true,
  link: true,
  taskId: true,
  at: true,
  seenAt: true,
} as const;

/** One's own messages, newest first. */
export async function listInbox(
  actor: Actor,
  page: { before?: number | null; onlyUnseen?: boolean; size?: number } = {},
): Promise<InboxPage> {
  if (actor.accountId === null) return { items: [], unseen: 0, next: null };
  const size = Math.min(page.size ?? PAGE, 100);
  const where = {
    accountId: actor.accountId,
    ...(page.before && { id: { lt: page.before } }),
    ...(page.onlyUnseen && { seenAt: null }),
  };
  const [rows, unseen] = await Promise.all([
    prisma().notification.findMany({ where, select: SELECT, orderBy: { id: "desc" }, take: size + 1 }),
    countUnseen(actor),
  ]);
  const items = await hideUnseeable(actor, rows.slice(0, size) as unknown as InboxItem[]);
  return { items, unseen, next: rows.length > size ? (items.at(-1)?.id ?? null) : null };
}

/** A message outlives the right to see its task: then it says only that something was. */
async function hideUnseeable(actor: Actor, items: InboxItem[]): Promise<InboxItem[]> {
  const ids = [...new Set(items.flatMap(({ taskId }) => taskId ?? []))];
  if (ids.length === 0) return items;
  const where = { AND: [{ id: { in: ids } }, visibleTo(actor)] };
  const found = await prisma().task.findMany({ where, select: { id: true, label: true } });
  const labels = new Map(found.map(({ id, label }) => [id, label]));
  return items.map((item) => {
    if (item.taskId === null) return item;
    const label = labels.get(item.taskId);
    if (label === undefined)
      return { ...item, ...veiled(item.params), sensitive: true, link: "/inbox", taskId: null };
    return label === "sensitive" ? { ...item, ...veiled(item.params), sensitive: true } : item;
  });
}

const veiled = ({ count, by }: MessageParams): { params: MessageParams } => ({
  params: { count, ...(by !== undefined && { by }) },
});

/** How many of one's own messages are not read yet. */
export async function countUnseen(actor: Actor): Promise<number> {
  if (actor.accountId === null) return 0;
  return prisma().notification.count({ where: { accountId: actor.accountId, seenAt: null } });
}

/** What a person chose; version 0 before the first choice. */
export async function getPreference(actor: Actor): Promise<Preference & { version: number }> {
  const row =
    actor.accountId === null
      ? null
      : await prisma().preference.findUnique({ where: { accountId: actor.accountId } });
  if (!row) return { ...NO_PREFERENCE, version: 0 };
  const { kinds, quietFrom, quietTo, digestAt, mail, version } = row;
  return { kinds: kinds as Preference["kinds"], quietFrom, quietTo, digestAt, mail, version };
}

/** The ways out that the system administrator opened. */
export async function listOpenChannels(): Promise<Channel[]> {
  const rows = await prisma().outlet.findMany({ where: { enabled: true }, select: { channel: true } });
  return CHANNELS.filter((channel) => rows.some((row) => row.channel === channel));
}

/** Since when one's calendar can be fetched at a secret address; null when it cannot. */
export async function getCalendarFeed(actor: Actor): Promise<{ madeAt: Date } | null> {
  if (actor.accountId === null) return null;
  return prisma().calendarFeed.findUnique({
    where: { accountId: actor.accountId },
    select: { madeAt: true },
  });
}
