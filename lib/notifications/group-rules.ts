import { type Actor, type Capacity, capacitiesOf, maySee, type Role } from "../auth/permissions";
import type { Seat, TaskFacts, Writing } from "./hearers";
import { type Hearer, type MessageKind, type MessageParams, TOLD } from "./kind-rules";

/** From what happened to what each person is told: one message a person and kind, however many tasks one command touched. */

/** Something that happened and that the table knows. */
export type News = {
  kind: string;
  taskId: number | null;
  subject: { type: string; id: number | null };
};

export type Message = {
  accountId: number;
  kind: MessageKind;
  taskId: number | null;
  link: string;
  params: MessageParams;
  sensitive: boolean;
  /** Two of one person with the same key are one. */
  key: string | null;
};

export type Office = {
  tasks: ReadonlyMap<number, TaskFacts>;
  seats: readonly Seat[];
  supervisors: readonly { accountId: number; roles: Role[] }[];
  leaders: readonly { accountId: number; roles: Role[] }[];
  writings: readonly Writing[];
};

/** Where a message about several tasks leads; one about a single task leads to it. */
const LINKS: Partial<Record<MessageKind, string>> = {
  urged: "/supervision",
  noticed: "/supervision",
  urgeReplied: "/supervision",
  noticeReplied: "/supervision",
  noticeSettled: "/supervision",
  haltAsked: "/supervision",
  haltDeclined: "/supervision",
  extensionAsked: "/supervision",
  extensionAnswered: "/supervision",
  submitted: "/board",
  helpAsked: "/board",
  appealed: "/leagues",
  appealAnswered: "/leagues",
  roundOpened: "/report",
  roundClosing: "/report",
  roundMissed: "/report",
};

type Heard = { accountId: number; message: MessageKind; task: TaskFacts | null; veiled: boolean };

/** What everybody is told about this news. Who did it hears nothing of it. */
export function messagesOf(news: readonly News[], by: Actor, office: Office): Message[] {
  const groups = new Map<string, Heard[]>();
  for (const heard of news.flatMap((one) => heardOf(one, office))) {
    if (heard.accountId === by.accountId) continue;
    const key = `${heard.accountId} ${heard.message}`;
    groups.set(key, [...(groups.get(key) ?? []), heard]);
  }
  return [...groups.values()].map((group) => merge(group, by.name));
}

function heardOf(news: News, office: Office): Heard[] {
  const row = TOLD[news.kind];
  if (!row) return [];
  const task = news.taskId === null ? null : (office.tasks.get(news.taskId) ?? null);
  const accounts = row.hears.flatMap((hearer) => accountsOf(hearer, news, task, office));
  return [...new Set(accounts)].map((accountId) => ({
    accountId,
    message: row.message,
    task,
    veiled: task !== null && (task.label === "sensitive" || !seenBy(accountId, task, office)),
  }));
}

function accountsOf(hearer: Hearer, { subject }: News, task: TaskFacts | null, office: Office): number[] {
  if (hearer === "supervisors") return office.supervisors.map(({ accountId }) => accountId);
  const written = office.writings.find(({ type, id }) => type === subject.type && id === subject.id);
  if (hearer === "author") return written?.accountId ? [written.accountId] : [];
  if (hearer === "recipient")
    return office.seats
      .filter(({ postId }) => postId === written?.toPostId)
      .map(({ accountId }) => accountId);
  if (task === null) return [];
  if (hearer === "ownerOrHead") {
    const owners = holding("owner", task, office);
    return owners.length > 0 ? owners : holding("unitHead", task, office);
  }
  if (hearer !== "approver") return holding(hearer, task, office);
  const sponsors = holding("sponsor", task, office);
  if (sponsors.length > 0 || task.label === "sensitive") return sponsors;
  return office.leaders.map(({ accountId }) => accountId);
}

function holding(capacity: Capacity, task: TaskFacts, office: Office): number[] {
  const known = [...new Set(office.seats.map(({ accountId }) => accountId))];
  return known.filter((accountId) => capacitiesOf(actorOf(accountId, office), task).includes(capacity));
}

const seenBy = (accountId: number, task: TaskFacts, office: Office) =>
  maySee(actorOf(accountId, office), task);

/** As far as the seats around these tasks tell who this is. */
function actorOf(accountId: number, { seats, supervisors, leaders, writings }: Office): Actor {
  const held = seats.filter((seat) => seat.accountId === accountId);
  const roles =
    held[0]?.roles ??
    [...supervisors, ...leaders, ...writings].find((one) => one.accountId === accountId)?.roles ??
    [];
  return {
    ...{ accountId, personId: null, name: "", roles },
    postIds: held.map(({ postId }) => postId),
    unitIds: held.map(({ unitId }) => unitId),
    headUnitIds: held.filter(({ isHead }) => isHead).map(({ unitId }) => unitId),
  };
}

function merge(group: readonly Heard[], by: string): Message {
  const [first] = group as [Heard];
  const tasks = new Map(group.flatMap(({ task }) => (task ? [[task.id, task] as const] : [])));
  const only = tasks.size === 1 ? ([...tasks.values()][0] ?? null) : null;
  const sensitive = group.every(({ veiled }) => veiled);
  const count = tasks.size || group.length;
  const named = only !== null && !sensitive ? { code: only.code, title: only.title } : {};
  return {
    accountId: first.accountId,
    kind: first.message,
    taskId: only?.id ?? null,
    link: only ? `/tasks/${only.id}` : linkOf(first.message),
    params: { count, by, ...named, ...(tasks.size > 0 && { taskIds: [...tasks.keys()] }) },
    sensitive,
    key: null,
  };
}

export const linkOf = (kind: MessageKind): string => LINKS[kind] ?? "/";
