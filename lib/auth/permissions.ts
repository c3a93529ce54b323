import type { Prisma } from "../generated/prisma/client";

/** The only place where roles are compared. The tables below are the document that the security administrator reads. */

export const BUSINESS_ROLES = ["supervisor", "leader", "unitHead", "staff", "observer"] as const;
export const ADMIN_ROLES = ["systemAdmin", "securityAdmin", "auditAdmin"] as const;
export const ROLES = [...BUSINESS_ROLES, ...ADMIN_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: roles, the posts held today, their units, and the units headed with everything below them. */
export type Actor = {
  accountId: number | null;
  personId: number | null;
  name: string;
  roles: Role[];
  postIds: number[];
  unitIds: number[];
  headUnitIds: number[];
  sessionId?: string;
  /** Present when a script acts by an access token: the scopes that bound it. */
  scopes?: string[];
  tokenId?: number;
  /** Present when somebody reports through a link: its number. */
  linkId?: number;
  /** True for the installation itself: seeding, scheduled work. */
  system?: true;
  mustChangePassword?: boolean;
};

/** What a person is towards one task. */
export const CAPACITIES = [
  "owner",
  "unitHead",
  "member",
  "supporting",
  "sponsor",
  "supervisor",
  "leader",
  "observer",
] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const TASK_ACTIONS = {
  "task.acknowledge": ["owner", "unitHead"],
  "task.start": ["owner", "unitHead"],
  "task.submit": ["owner", "unitHead"],
  "task.sendBack": ["supervisor"],
  "task.close": ["supervisor"],
  "task.suspend": ["supervisor", "sponsor"],
  "task.resume": ["supervisor", "sponsor"],
  "task.terminate": ["supervisor", "sponsor", "leader"],
  "task.approve": ["sponsor", "leader"],
  "task.reopen": ["supervisor"],
  "task.edit": ["supervisor"],
  "task.assign": ["supervisor", "unitHead"],
  "task.assignAnywhere": ["supervisor"],
  "task.reorder": ["supervisor"],
  "task.publish": ["supervisor"],
  "task.reveal": ["owner", "unitHead", "sponsor", "supervisor"],
  "checkIn.add": ["owner", "unitHead"],
  "checkIn.support": ["supporting"],
  "comment.add": ["owner", "unitHead", "member", "supporting", "sponsor", "supervisor", "leader"],
  "comment.withdraw": ["owner", "unitHead", "member", "supporting", "sponsor", "supervisor", "leader"],
  "comment.withdrawAny": ["supervisor"],
  "evidence.attach": ["owner", "unitHead", "member", "supporting", "supervisor"],
  "evidence.remove": ["owner", "unitHead", "member", "supporting", "supervisor"],
  "evidence.removeAny": ["unitHead", "supervisor"],
  "light.override": ["sponsor", "supervisor"],
  "milestone.plan": ["owner", "unitHead", "supervisor"],
  "milestone.finish": ["owner", "unitHead"],
  "measure.define": ["unitHead", "supervisor"],
  "reading.add": ["owner", "unitHead", "member"],
  "ledger.define": ["supervisor"],
  "entry.add": ["owner", "unitHead", "supervisor"],
  "entry.move": ["owner", "unitHead", "member", "supporting"],
  "entry.reveal": ["owner", "unitHead", "sponsor", "supervisor"],
  "entry.undoAny": ["supervisor"],
  "entry.recheck": ["supervisor"],
  "plot.change": ["owner", "unitHead", "supervisor"],
  "duty.define": ["supervisor"],
  "visit.log": ["owner", "unitHead", "member", "supporting"],
  "visit.withdrawAny": ["unitHead", "supervisor"],
  "urge.send": ["sponsor", "supervisor", "leader"],
  "urge.reply": ["owner", "unitHead"],
  "instruction.give": ["sponsor", "leader"],
  "instruction.see": ["owner", "unitHead", "member", "supporting"],
  "notice.issue": ["supervisor"],
  "notice.reply": ["owner", "unitHead"],
  "notice.settle": ["supervisor"],
  "extension.ask": ["owner", "unitHead"],
  "extension.answer": ["sponsor", "leader"],
  "halt.ask": ["owner", "unitHead"],
  "halt.answer": ["sponsor", "leader"],
} as const satisfies Record<string, readonly Capacity[]>;
export type TaskAction = keyof typeof TASK_ACTIONS;

export const OFFICE_ACTIONS = {
  "board.see": ["supervisor", "leader", "unitHead", "staff", "observer"],
  "task.add": ["supervisor"],
  "plan.publish": ["supervisor"],
  "section.add": ["supervisor"],
  "baseline.add": ["supervisor"],
  "round.see": ["supervisor", "leader", "unitHead"],
  "round.open": ["supervisor"],
  "round.close": ["supervisor"],
  "round.excuse": ["supervisor"],
  "roundRule.change": ["supervisor"],
  "reportLink.make": ["supervisor"],
  "burden.see": ["supervisor", "leader"],
  "meeting.see": ["supervisor", "leader", "unitHead", "staff"],
  "meeting.open": ["supervisor"],
  "meeting.close": ["supervisor"],
  "meeting.reopen": ["supervisor"],
  "meetingSeries.change": ["supervisor"],
  "agenda.change": ["supervisor"],
  "agenda.propose": ["supervisor", "leader", "unitHead", "staff"],
  "outcome.add": ["supervisor", "leader"],
  "instruction.add": ["leader"],
  "sampling.see": ["supervisor", "leader"],
  "sampling.change": ["supervisor"],
  "paper.see": ["supervisor", "leader", "unitHead", "staff"],
  "paper.seeInternal": ["supervisor", "leader"],
  "paper.export": BUSINESS_ROLES,
  "paper.compose": ["supervisor"],
  "paper.edit": ["supervisor"],
  "paper.issue": ["supervisor"],
  "file.upload": ["supervisor", "leader", "unitHead", "staff"],
  "template.change": ["supervisor"],
  "register.see": ["supervisor", "leader", "unitHead", "staff"],
  "register.change": ["supervisor"],
  "object.reveal": ["supervisor"],
  "league.see": ["supervisor", "leader", "unitHead", "staff", "observer"],
  "league.seePosts": ["supervisor", "leader"],
  "league.define": ["supervisor"],
  "league.freeze": ["supervisor"],
  "exemption.grant": ["supervisor"],
  "appeal.add": ["leader", "unitHead", "staff"],
  "appeal.answer": ["supervisor"],
  "incentive.change": ["supervisor"],
  "organisation.see": [...BUSINESS_ROLES, "systemAdmin"],
  "unit.change": ["supervisor", "systemAdmin"],
  "post.change": ["supervisor", "systemAdmin"],
  "person.change": ["systemAdmin"],
  "holding.change": ["supervisor", "systemAdmin"],
  "account.see": ["systemAdmin", "securityAdmin"],
  "account.add": ["systemAdmin"],
  "account.edit": ["systemAdmin"],
  "account.setRoles": ["securityAdmin"],
  "account.unlock": ["systemAdmin"],
  "setting.change": ["systemAdmin"],
  "outlet.change": ["systemAdmin"],
  "policy.see": ["securityAdmin"],
  "audit.see": ["auditAdmin"],
  "own.change": [...ROLES],
} as const satisfies Record<string, readonly Role[]>;
export type OfficeAction = keyof typeof OFFICE_ACTIONS;

/** What of a task decides who sees it. */
export type TaskScope = {
  label: "open" | "internal" | "sensitive";
  leadUnitId: number | null;
  ownerPostId: number | null;
  sponsorPostId: number | null;
  supportUnitIds: readonly number[];
};

const has = (actor: Actor, role: Role) => actor.roles.includes(role);
/** Observers look on; everybody else of the office takes part. */
export const worksOnTasks = (actor: Actor) =>
  (["supervisor", "leader", "unitHead", "staff"] as const).some((r) => has(actor, r));
const meets = (a: readonly number[], b: readonly number[]) => a.some((id) => b.includes(id));

/** Everything that `actor` is towards `task`; empty for administrators and strangers. */
export function capacitiesOf(actor: Actor, task: TaskScope): Capacity[] {
  const inUnit = (ids: readonly number[]) => meets(ids, actor.unitIds) || meets(ids, actor.headUnitIds);
  const lead = task.leadUnitId === null ? [] : [task.leadUnitId];
  const holds: Record<Capacity, boolean> = {
    owner: worksOnTasks(actor) && task.ownerPostId !== null && actor.postIds.includes(task.ownerPostId),
    unitHead: has(actor, "unitHead") && meets(lead, actor.headUnitIds),
    member: worksOnTasks(actor) && inUnit(lead),
    supporting: worksOnTasks(actor) && inUnit(task.supportUnitIds),
    sponsor: worksOnTasks(actor) && task.sponsorPostId !== null && actor.postIds.includes(task.sponsorPostId),
    supervisor: has(actor, "supervisor"),
    leader: has(actor, "leader"),
    observer: has(actor, "observer"),
  };
  return CAPACITIES.filter((capacity) => holds[capacity]);
}

/** Who sees a task with this label. */
export const SEEN_BY = {
  open: CAPACITIES,
  internal: ["owner", "unitHead", "member", "supporting", "sponsor", "supervisor", "leader"],
  sensitive: ["owner", "unitHead", "sponsor", "supervisor"],
} as const satisfies Record<TaskScope["label"], readonly Capacity[]>;

/** May `actor` know that `task` exists? Open tasks are shown to everyone who works in the office. */
export function maySee(actor: Actor, task: TaskScope): boolean {
  if (actor.system) return true;
  if (task.label === "open") return BUSINESS_ROLES.some((role) => has(actor, role));
  const seenBy: readonly Capacity[] = SEEN_BY[task.label];
  return capacitiesOf(actor, task).some((capacity) => seenBy.includes(capacity));
}

/** The same as `maySee`, as a condition for the database. Every list of tasks starts with it. */
export function visibleTo(actor: Actor): Prisma.TaskWhereInput {
  if (actor.system) return {};
  if (!BUSINESS_ROLES.some((role) => has(actor, role))) return { id: -1 };
  if (has(actor, "supervisor")) return {};
  const own: Prisma.TaskWhereInput[] = worksOnTasks(actor)
    ? [{ ownerPostId: { in: actor.postIds } }, { sponsorPostId: { in: actor.postIds } }]
    : [];
  if (has(actor, "unitHead")) own.push({ leadUnitId: { in: actor.headUnitIds } });
  const units = [...actor.unitIds, ...actor.headUnitIds];
  const involved: Prisma.TaskWhereInput[] = worksOnTasks(actor)
    ? [...own, { leadUnitId: { in: units } }, { supports: { some: { unitId: { in: units } } } }]
    : [];
  // An empty OR inside another makes the query engine drop the whole condition: it is never written.
  const seen: Prisma.TaskWhereInput[] = [{ label: "open" }];
  if (has(actor, "leader")) seen.push({ label: "internal" });
  else if (involved.length > 0) seen.push({ label: "internal", OR: involved });
  if (own.length > 0) seen.push({ label: "sensitive", OR: own });
  return { OR: seen };
}

/** People with the same key see the same tasks, so one prepared answer serves them all. */
export function visibilityKey(actor: Actor): string {
  if (has(actor, "supervisor")) return "all";
  const ids = (list: readonly number[]) => [...new Set(list)].sort((a, b) => a - b).join(".");
  return [
    [...actor.roles].sort().join("."),
    ids(actor.postIds),
    ids(actor.unitIds),
    ids(actor.headUnitIds),
  ].join("_");
}

/** May `actor` do this to this task? Seeing it is asked separately, first. */
export function mayOnTask(actor: Actor, action: TaskAction, task: TaskScope): boolean {
  if (actor.system) return true;
  const allowed: readonly Capacity[] = TASK_ACTIONS[action];
  return capacitiesOf(actor, task).some((capacity) => allowed.includes(capacity));
}

export function may(actor: Actor, action: OfficeAction): boolean {
  if (actor.system) return true;
  const allowed: readonly Role[] = OFFICE_ACTIONS[action];
  return actor.roles.some((role) => allowed.includes(role));
}
