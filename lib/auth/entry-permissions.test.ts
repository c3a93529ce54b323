import { describe, expect, test } from "vitest";
import { ENTRY_ACTIONS, type EntryAction, mayOnEntry, maySeeLedger } from "./entry-permissions";
import type { Actor, TaskScope } from "./permissions";
import { SYSTEM } from "./system";

const someone = (fields: Partial<Actor>): Actor => ({
  ...{ accountId: 1, personId: 1, name: "某人", roles: [], postIds: [], unitIds: [], headUnitIds: [] },
  ...fields,
});

const TASK: TaskScope = {
  ...{ label: "open", leadUnitId: 10, ownerPostId: 1, sponsorPostId: 2 },
  supportUnitIds: [20, 21],
};
const ENTRY = { unitId: 20, postId: 5, sponsorPostId: 6 };

const PEOPLE = {
  owner: someone({ roles: ["staff"], postIds: [1] }),
  member: someone({ roles: ["staff"], unitIds: [10] }),
  supervisor: someone({ roles: ["supervisor"] }),
  holder: someone({ roles: ["staff"], postIds: [5] }),
  unit: someone({ roles: ["staff"], unitIds: [20] }),
  headAbove: someone({ roles: ["unitHead"], headUnitIds: [19, 20] }),
  sponsor: someone({ roles: ["leader"], postIds: [6] }),
  otherForce: someone({ roles: ["staff"], unitIds: [21] }),
  observer: someone({ roles: ["observer"], unitIds: [20], postIds: [5] }),
  admin: someone({ roles: ["systemAdmin"], unitIds: [20], postIds: [5] }),
};

const ALLOWED: Record<EntryAction, (keyof typeof PEOPLE)[]> = {
  "entry.see": [
    ...(["owner", "member", "supervisor", "holder", "unit", "headAbove", "sponsor"] as const),
    ...(["otherForce", "observer"] as const),
  ],
  "entry.fill": ["owner", "supervisor", "holder", "unit", "headAbove"],
  "entry.move": ["owner", "member", "holder", "unit", "headAbove"],
  "entry.reveal": ["owner", "supervisor", "holder", "unit", "headAbove", "sponsor"],
};

describe("on an entry of an open ledger", () => {
  const actions = Object.keys(ENTRY_ACTIONS) as EntryAction[];
  const cells = actions.flatMap((action) =>
    (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).map((who) => [who, action] as const),
  );
  test.each(cells)("%s: %s", (who, action) => {
    expect(mayOnEntry(PEOPLE[who], action, "open", TASK, ENTRY)).toBe(ALLOWED[action].includes(who));
  });

  test("a supporting unit moves what no unit answers for, and nothing of another unit", () => {
    const moves = (unitId: number | null) =>
      mayOnEntry(PEOPLE.otherForce, "entry.move", "open", TASK, { ...ENTRY, unitId });
    expect([moves(null), moves(20), moves(21)]).toEqual([true, false, true]);
  });

  test("the installation may do everything", () => {
    expect(actions.every((action) => mayOnEntry(SYSTEM, action, "sensitive", TASK, ENTRY))).toBe(true);
  });
});

describe("a sensitive ledger", () => {
  const sees = (who: keyof typeof PEOPLE) => maySeeLedger(PEOPLE[who], "sensitive", TASK);

  test("is seen whole by those who see sensitive tasks", () => {
    const seen = (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).filter(sees);
    expect(seen).toEqual(["owner", "supervisor"]);
  });

  test("shows its entries to those who answer for them, and to nobody else", () => {
    const seen = (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).filter((who) =>
      mayOnEntry(PEOPLE[who], "entry.see", "sensitive", TASK, ENTRY),
    );
    expect(seen).toEqual(["owner", "supervisor", "holder", "unit", "headAbove", "sponsor"]);
  });

  test("of an open task gives a member of the lead unit no right that needs seeing it", () => {
    expect(mayOnEntry(PEOPLE.member, "entry.move", "sensitive", TASK, ENTRY)).toBe(false);
  });

  test("of a hidden task stays hidden although it is open itself", () => {
    expect(maySeeLedger(PEOPLE.observer, "open", { ...TASK, label: "sensitive" })).toBe(false);
  });
});
