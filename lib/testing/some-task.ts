import type { Actor } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";

/** Values for tests of rules and components that need no database. */

/** A running task of unit 3, owned by post 7, sponsored by post 1. */
export function someTask(own: Partial<BoardTask> = {}): BoardTask {
  return {
    id: 1,
    version: 4,
    code: "1.1",
    title: "某任务",
    sectionId: 1,
    status: "inProgress",
    leadUnitId: 3,
    ownerPostId: 7,
    sponsorPostId: 1,
    supportUnitIds: [],
    startDay: "2024-01-01",
    dueDay: "2024-12-31",
    originalDueDay: "2024-12-31",
    weight: 1,
    progress: 40,
    lastCheckInDay: "2024-09-22",
    evidenceCount: 0,
    statusSince: "2024-01-02",
    acknowledged: true,
    label: "open",
    rank: "a0",
    source: "plan",
    suspendedUntil: null,
    suspendedFrom: null,
    submittedDay: null,
    proof: null,
    override: null,
    extensionCount: 0,
    reportDueDay: null,
    ...own,
  };
}

function doer(own: Partial<Actor>): Actor {
  return {
    accountId: 1,
    personId: 1,
    name: "某人",
    roles: [],
    postIds: [],
    unitIds: [],
    headUnitIds: [],
    ...own,
  };
}

export const DOERS = {
  owner: doer({ roles: ["staff"], postIds: [7], unitIds: [3] }),
  supervisor: doer({ roles: ["supervisor"], unitIds: [9] }),
  observer: doer({ roles: ["observer"] }),
};
