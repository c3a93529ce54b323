import { describe, expect, test } from "vitest";
import { administers, rolesMayStandTogether, vacated } from "./administrator-rules";
import { homeOf } from "./home-rules";
import {
  type Actor,
  CAPACITIES,
  type Capacity,
  capacitiesOf,
  may,
  mayOnTask,
  maySee,
  OFFICE_ACTIONS,
  type OfficeAction,
  ROLES,
  type Role,
  TASK_ACTIONS,
  type TaskAction,
  type TaskScope,
} from "./permissions";
import { SYSTEM } from "./system";

/** Who may do what, cell by cell: each row an action, each column what somebody is. `■` may, `·` may not. */

const ON_TASKS = `
                       owner unitHead member supporting sponsor supervisor leader observer
  task.acknowledge     ■     ■        ·      ·          ·       ·          ·      ·
  task.start           ■     ■        ·      ·          ·       ·          ·      ·
  task.submit          ■     ■        ·      ·          ·       ·          ·      ·
  task.sendBack        ·     ·        ·      ·          ·       ■          ·      ·
  task.close           ·     ·        ·      ·          ·       ■          ·      ·
  task.suspend         ·     ·        ·      ·          ■       ■          ·      ·
  task.resume          ·     ·        ·      ·          ■       ■          ·      ·
  task.terminate       ·     ·        ·      ·          ■       ■          ■      ·
  task.approve         ·     ·        ·      ·          ■       ·          ■      ·
  task.reopen          ·     ·        ·      ·          ·       ■          ·      ·
  task.edit            ·     ·        ·      ·          ·       ■          ·      ·
  task.assign          ·     ■        ·      ·          ·       ■          ·      ·
  task.assignAnywhere  ·     ·        ·      ·          ·       ■          ·      ·
  task.reorder         ·     ·        ·      ·          ·       ■          ·      ·
  task.publish         ·     ·        ·      ·          ·       ■          ·      ·
  task.reveal          ■     ■        ·      ·          ■       ■          ·      ·
  checkIn.add          ■     ■        ·      ·          ·       ·          ·      ·
  checkIn.support      ·     ·        ·      ■          ·       ·          ·      ·
  comment.add          ■     ■        ■      ■          ■       ■          ■      ·
  comment.withdraw     ■     ■        ■      ■          ■       ■          ■      ·
  comment.withdrawAny  ·     ·        ·      ·          ·       ■          ·      ·
  evidence.attach      ■     ■        ■      ■          ·       ■          ·      ·
  evidence.remove      ■     ■        ■      ■          ·       ■          ·      ·
  evidence.removeAny   ·     ■        ·      ·          ·       ■          ·      ·
  light.override       ·     ·        ·      ·          ■       ■          ·      ·
  milestone.plan       ■     ■        ·      ·          ·       ■          ·      ·
  milestone.finish     ■     ■        ·      ·          ·       ·          ·      ·
  measure.define       ·     ■        ·      ·          ·       ■          ·      ·
  reading.add          ■     ■        ■      ·          ·       ·          ·      ·
  ledger.define        ·     ·        ·      ·          ·       ■          ·      ·
  entry.add            ■     ■        ·      ·          ·       ■          ·      ·
  entry.move           ■     ■        ■      ■          ·       ·          ·      ·
  entry.reveal         ■     ■        ·      ·          ■       ■          ·      ·
  entry.undoAny        ·     ·        ·      ·          ·       ■          ·      ·
  entry.recheck        ·     ·        ·      ·          ·       ■          ·      ·
  plot.change          ■     ■        ·      ·          ·       ■          ·      ·
  duty.define          ·     ·        ·      ·          ·       ■          ·      ·
  visit.log            ■     ■        ■      ■          ·       ·          ·      ·
  visit.withdrawAny    ·     ■        ·      ·          ·       ■          ·      ·
  urge.send            ·     ·        ·      ·          ■       ■          ■      ·
  urge.reply           ■     ■        ·      ·          ·       ·          ·      ·
  instruction.give     ·     ·        ·      ·          ■       ·          ■      ·
  instruction.see      ■     ■        ■      ■          ·       ·          ·      ·
  notice.issue         ·     ·        ·      ·          ·       ■          ·      ·
  notice.reply         ■     ■        ·      ·          ·       ·          ·      ·
  notice.settle        ·     ·        ·      ·          ·       ■          ·      ·
  extension.ask        ■     ■        ·      ·          ·       ·          ·      ·
  extension.answer     ·     ·        ·      ·          ■       ·          ■      ·
  halt.ask             ■     ■        ·      ·          ·       ·          ·      ·
  halt.answer          ·     ·        ·      ·          ■       ·          ■      ·
`;

const SEEING = `
             owner unitHead member supporting sponsor supervisor leader observer
  open       ■     ■        ■      ■          ■       ■          ■      ■
  internal   ■     ■        ■      ■          ■       ■          ■      ·
  sensitive  ■     ■        ·      ·          ■       ■          ·      ·
`;

const IN_THE_OFFICE = `
                    supervisor leader unitHead staff observer systemAdmin securityAdmin auditAdmin
  board.see         ■          ■      ■        ■     ■        ·           ·             ·
  task.add          ■          ·      ·        ·     ·        ·           ·             ·
  plan.publish      ■          ·      ·        ·     ·        ·           ·             ·
  section.add       ■          ·      ·        ·     ·        ·           ·             ·
  baseline.add      ■          ·      ·        ·     ·        ·           ·             ·
  round.see         ■          ■      ■        ·     ·        ·           ·             ·
  round.open        ■          ·      ·        ·     ·        ·           ·             ·
  round.close       ■          ·      ·        ·     ·        ·           ·             ·
  round.excuse      ■          ·      ·        ·     ·        ·           ·             ·
  roundRule.change  ■          ·      ·        ·     ·        ·           ·             ·
  reportLink.make   ■          ·      ·        ·     ·        ·           ·             ·
  burden.see        ■          ■      ·        ·     ·        ·           ·             ·
  meeting.see       ■          ■      ■        ■     ·        ·           ·             ·
  meeting.open      ■          ·      ·        ·     ·        ·           ·             ·
  meeting.close     ■          ·      ·        ·     ·        ·           ·             ·
  meeting.reopen    ■          ·      ·        ·     ·        ·           ·             ·
  meetingSeries.change ■       ·      ·        ·     ·        ·           ·             ·
  agenda.change     ■          ·      ·        ·     ·        ·           ·             ·
  agenda.propose    ■          ■      ■        ■     ·        ·           ·             ·
  outcome.add       ■          ■      ·        ·     ·        ·           ·             ·
  instruction.add   ·          ■      ·        ·     ·        ·           ·             ·
  sampling.see      ■          ■      ·        ·     ·        ·           ·             ·
  sampling.change   ■          ·      ·        ·     ·        ·           ·             ·
  paper.see         ■          ■      ■        ■     ·        ·           ·             ·
  paper.seeInternal ■          ■      ·        ·     ·        ·           ·             ·
  paper.export      ■          ■      ■        ■     ■        ·           ·             ·
  paper.compose     ■          ·      ·        ·     ·        ·           ·             ·
  paper.edit        ■          ·      ·        ·     ·        ·           ·             ·
  paper.issue       ■          ·      ·        ·     ·        ·           ·             ·
  file.upload       ■          ■      ■        ■     ·        ·           ·             ·
  template.change   ■          ·      ·        ·     ·        ·           ·             ·
  register.see      ■          ■      ■        ■     ·        ·           ·             ·
  register.change   ■          ·      ·        ·     ·        ·           ·             ·
  object.reveal     ■          ·      ·        ·     ·        ·           ·             ·
  league.see        ■          ■      ■        ■     ■        ·           ·             ·
  league.seePosts   ■          ■      ·        ·     ·        ·           ·             ·
  league.define     ■          ·      ·        ·     ·        ·           ·             ·
  league.freeze     ■          ·      ·        ·     ·        ·           ·             ·
  exemption.grant   ■          ·      ·        ·     ·        ·           ·             ·
  appeal.add        ·          ■      ■        ■     ·        ·           ·             ·
  appeal.answer     ■          ·      ·        ·     ·        ·           ·             ·
  incentive.change  ■          ·      ·        ·     ·        ·           ·             ·
  organisation.see  ■          ■      ■        ■     ■        ■           ·             ·
  unit.change       ■          ·      ·        ·     ·        ■           ·             ·
  post.change       ■          ·      ·        ·     ·        ■           ·             ·
  person.change     ·          ·      ·        ·     ·        ■           ·             ·
  holding.change    ■          ·      ·        ·     ·        ■           ·             ·
  account.see       ·          ·      ·        ·     ·        ■           ■             ·
  account.add       ·          ·      ·        ·     ·        ■           ·             ·
  account.edit      ·          ·      ·        ·     ·        ■           ·             ·
  account.setRoles  ·          ·      ·        ·     ·        ·           ■             ·
  account.unlock    ·          ·      ·        ·     ·        ■           ·             ·
  setting.change    ·          ·      ·        ·     ·        ■           ·             ·
  outlet.change     ·          ·      ·        ·     ·        ■           ·             ·
  policy.see        ·          ·      ·        ·     ·        ·           ■             ·
  audit.see         ·          ·      ·        ·     ·        ·           ·             ■
  own.change        ■          ■      ■        ■     ■        ■           ■             ■
`;

type Cell = { action: string; column: string; expected: boolean };

function cellsOf(table: string): Cell[] {
  const [head = "", ...rows] = table.trim().split("\n");
  const columns = head.trim().split(/\s+/);
  return rows.flatMap((row) => {
    const [action = "", ...marks] = row.trim().split(/\s+/);
    expect(marks, `${action} has a mark for every column`).toHaveLength(columns.length);
    return columns.map((column, at) => ({ action, column, expected: marks[at] === "■" }));
  });
}

const actionsOf = (cells: Cell[]) => [...new Set(cells.map(({ action }) => action))];
const said = ({ action, column, expected }: Cell) => `${column} ${expected ? "may" : "may not"} ${action}`;

const [TASK_CELLS, SEEING_CELLS, OFFICE_CELLS] = [ON_TASKS, SEEING, IN_THE_OFFICE].map(cellsOf) as [
  Cell[],
  Cell[],
  Cell[],
];

const someone = (fields: Partial<Actor>): Actor => ({
  accountId: 1,
  personId: 1,
  name: "某人",
  roles: [],
  postIds: [],
  unitIds: [],
  headUnitIds: [],
  ...fields,
});

const LEAD = 10;
const SUPPORTING = 20;
const TASK: TaskScope = {
  label: "open",
  leadUnitId: LEAD,
  ownerPostId: 1,
  sponsorPostId: 2,
  supportUnitIds: [SUPPORTING],
};

/** Somebody who is exactly one thing towards TASK. */
const AS: Record<Capacity, Actor> = {
  owner: someone({ roles: ["staff"], postIds: [1], unitIds: [99] }),
  unitHead: someone({ roles: ["unitHead"], headUnitIds: [LEAD] }),
  member: someone({ roles: ["staff"], unitIds: [LEAD] }),
  supporting: someone({ roles: ["staff"], unitIds: [SUPPORTING] }),
  sponsor: someone({ roles: ["leader"], postIds: [2], unitIds: [99] }),
  supervisor: someone({ roles: ["supervisor"] }),
  leader: someone({ roles: ["leader"] }),
  observer: someone({ roles: ["observer"] }),
};
/** What somebody is besides, because it cannot be had alone. */
const ALSO: Partial<Record<Capacity, Capacity[]>> = { unitHead: ["member"], sponsor: ["leader"] };

describe("the tables name everything", () => {
  test("every action on a task, every capacity", () => {
    expect(actionsOf(TASK_CELLS)).toEqual(Object.keys(TASK_ACTIONS));
    expect(TASK_CELLS.slice(0, CAPACITIES.length).map(({ column }) => column)).toEqual(CAPACITIES);
  });

  test("every action in the office, every role", () => {
    expect(actionsOf(OFFICE_CELLS)).toEqual(Object.keys(OFFICE_ACTIONS));
    expect(OFFICE_CELLS.slice(0, ROLES.length).map(({ column }) => column)).toEqual(ROLES);
  });

  test.each(CAPACITIES)("the sample %s is that and nothing unexpected", (capacity) => {
    const expected = [capacity, ...(ALSO[capacity] ?? [])];
    expect(capacitiesOf(AS[capacity], TASK).sort()).toEqual(expected.sort());
  });
});

/** Sponsors are leaders in this office, so what a leader may, a sponsor may as well. */
const expectedFor = (cells: Cell[], { action, column, expected }: Cell) =>
  expected ||
  (ALSO[column as Capacity] ?? []).some(
    (also) => cells.find((cell) => cell.action === action && cell.column === also)?.expected,
  );

describe("on a task", () => {
  test.each(TASK_CELLS.map((cell) => [said(cell), cell] as const))("%s", (_, cell) => {
    const allowed: readonly Capacity[] = TASK_ACTIONS[cell.action as TaskAction];
    expect(allowed.includes(cell.column as Capacity)).toBe(cell.expected);
    const observed = mayOnTask(AS[cell.column as Capacity], cell.action as TaskAction, TASK);
    expect(observed).toBe(expectedFor(TASK_CELLS, cell));
  });

  test.each(SEEING_CELLS.map((cell) => [said(cell), cell] as const))("seeing it: %s", (_, cell) => {
    const task = { ...TASK, label: cell.action as TaskScope["label"] };
    expect(maySee(AS[cell.column as Capacity], task)).toBe(expectedFor(SEEING_CELLS, cell));
  });

  test.each(["systemAdmin", "securityAdmin", "auditAdmin"] as const)(
    "a %s sees none, not even one of a post held",
    (role) => {
      const admin = someone({ roles: [role], postIds: [1, 2], unitIds: [LEAD], headUnitIds: [LEAD] });
      for (const label of ["open", "internal", "sensitive"] as const)
        expect(maySee(admin, { ...TASK, label })).toBe(false);
      const actions = Object.keys(TASK_ACTIONS) as TaskAction[];
      expect(actions.filter((action) => mayOnTask(admin, action, TASK))).toEqual([]);
    },
  );

  test("somebody without a role sees none, and an observer owns nothing", () => {
    expect(maySee(someone({ postIds: [1] }), TASK)).toBe(false);
    expect(capacitiesOf(someone({ roles: ["observer"], postIds: [1] }), TASK)).toEqual(["observer"]);
  });

  test("the head of another unit, and of one below, are strangers", () => {
    expect(capacitiesOf(someone({ roles: ["unitHead"], headUnitIds: [11] }), TASK)).toEqual([]);
  });
});

describe("in the office", () => {
  test.each(OFFICE_CELLS.map((cell) => [said(cell), cell] as const))("%s", (_, cell) => {
    expect(may(someone({ roles: [cell.column as Role] }), cell.action as OfficeAction)).toBe(cell.expected);
  });

  test("nobody may anything without a role, the installation everything", () => {
    const actions = Object.keys(OFFICE_ACTIONS) as OfficeAction[];
    expect(actions.filter((action) => may(someone({}), action))).toEqual([]);
    expect(actions.every((action) => may(SYSTEM, action))).toBe(true);
  });
});

describe("roles on one account", () => {
  const pairs = ROLES.flatMap((a) => ROLES.filter((b) => b > a).map((b) => [a, b] as const));
  test.each(pairs)("%s and %s stand together only if neither administers", (a, b) => {
    expect(rolesMayStandTogether([a, b])).toBe(!administers([a]) && !administers([b]));
  });

  test("any one role stands alone, and none is none", () => {
    expect(ROLES.every((role) => rolesMayStandTogether([role]))).toBe(true);
    expect(rolesMayStandTogether([])).toBe(true);
  });

  test("the last of these is missed when it is given up", () => {
    expect(vacated(["securityAdmin"], ["staff"])).toEqual(["securityAdmin"]);
    expect(vacated(["securityAdmin"], ["securityAdmin"])).toEqual([]);
    expect(vacated(["auditAdmin"], [])).toEqual([]);
  });
});

test("a supervisor's day begins at the board, a leader's at a desk of its own, everybody else's at the desk", () => {
  expect(homeOf(someone({ roles: ["supervisor"] }))).toBe("/board");
  expect(homeOf(someone({ roles: ["leader"] }))).toBe("/leader");
  expect(homeOf(someone({ roles: ["leader", "supervisor"] }))).toBe("/board");
  for (const role of ROLES.filter((one) => one !== "supervisor" && one !== "leader"))
    expect(homeOf(someone({ roles: [role] })), role).toBe("/");
});
