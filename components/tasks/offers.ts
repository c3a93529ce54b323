import { type Actor, mayOnTask, type TaskAction } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfOverriding } from "@/lib/standings/rules";
import {
  refusalOf,
  refusalOfEditing,
  STEP_NAMES,
  STEPS,
  type Step,
  type TaskStatus,
} from "@/lib/tasks/rules";

/** What can be done with a task: the steps of its workflow, and what is not a step. */
export type Deed = Step | "assign" | "checkIn" | "edit" | "light";

/** Why something is not offered: a refusal of the rules, somebody else's business, or not what the status asks for. */
export type Hindrance =
  | { kind: "refused"; code: string }
  | { kind: "only"; who: string }
  | { kind: "notNow" };

export type Offer = { deed: Deed; hindrance: Hindrance | null };
export type Offers = { buttons: Offer[]; more: Offer[] };

/** What a status asks for; these stand as buttons even for those who may not, so that everyone sees whose turn it is. */
const ASKED_FOR: Record<TaskStatus, readonly Deed[]> = {
  draft: ["assign"],
  assigned: ["start", "acknowledge"],
  inProgress: ["checkIn", "submit"],
  submitted: ["close", "sendBack"],
  suspended: ["resume"],
  closed: [],
  terminated: [],
};

const ORDER: readonly Deed[] = [
  "checkIn",
  "start",
  "acknowledge",
  "submit",
  "close",
  "sendBack",
  "resume",
  "reopen",
  "assign",
  "edit",
  "light",
  "suspend",
  "terminate",
];

/** Whose business each deed is; a key of the words `tasks.only`. */
const ONLY: Record<Deed, string> = {
  acknowledge: "owner",
  start: "owner",
  checkIn: "owner",
  submit: "owner",
  close: "supervisor",
  sendBack: "supervisor",
  reopen: "supervisor",
  edit: "supervisor",
  assign: "assign",
  light: "sponsor",
  suspend: "sponsor",
  resume: "sponsor",
  terminate: "terminate",
};

/** Deeds that are no step of the workflow have names of their own. */
const ACTIONS = { checkIn: "checkIn.add", light: "light.override" } as const;

/** What `actor` is offered: buttons for what the status asks for, the rest in a menu, each with what stands against it. */
export function offersOf(task: BoardTask, actor: Actor): Offers {
  const asked = ASKED_FOR[task.status].filter((deed) => !(deed === "acknowledge" && task.acknowledged));
  const buttons = asked.map((deed) => ({ deed, hindrance: hindranceOf(deed, task, actor) }));
  const more = ORDER.filter((deed) => !asked.includes(deed))
    .map((deed) => ({ deed, hindrance: hindranceOf(deed, task, actor) }))
    .filter(({ hindrance }) => hindrance?.kind !== "only");
  const reopen = more.filter(({ deed, hindrance }) => deed === "reopen" && hindrance === null);
  return { buttons: [...buttons, ...reopen], more: more.filter((offer) => !reopen.includes(offer)) };
}

/** What stands against `deed`, or null when nothing does. */
export function hindranceOf(deed: Deed, task: BoardTask, actor: Actor): Hindrance | null {
  const action = deed in ACTIONS ? ACTIONS[deed as keyof typeof ACTIONS] : (`task.${deed}` as TaskAction);
  if (!mayOnTask(actor, action, task)) return { kind: "only", who: ONLY[deed] };
  const code = refusalFor(deed, task, actor);
  if (code === null) return null;
  return code === "wrongStatus" ? { kind: "notNow" } : { kind: "refused", code };
}

function refusalFor(deed: Deed, task: BoardTask, actor: Actor): string | null {
  if (deed === "checkIn") return task.status === "inProgress" ? null : "notInProgress";
  if (deed === "light") return refusalOfOverriding(task);
  if (deed === "edit") return refusalOfEditing(task, task);
  if (deed === "assign") {
    return ["draft", "assigned", "inProgress"].includes(task.status) ? null : "notAssignable";
  }
  const refusal = refusalOf(deed, task, actor);
  // Missing evidence is asked for on the way: the dialog of the submission takes it.
  return deed === "submit" && refusal === "evidenceMissing" ? null : refusal;
}

/** The steps that ask for words or for a second thought; the others are done at once. */
export function asksFirst(step: Step): boolean {
  return !["acknowledge", "start", "resume"].includes(step);
}

export function isStep(deed: string): deed is Step {
  return (STEP_NAMES as string[]).includes(deed);
}

/** What a step asks to be typed. */
export function answersOf(step: Step): {
  reason: "needed" | "welcome";
  until: boolean;
  approval: boolean;
  method: boolean;
} {
  const rule = STEPS[step];
  return {
    reason: "needsReason" in rule ? "needed" : "welcome",
    until: "needsUntil" in rule,
    approval: step === "terminate",
    method: "needsMethod" in rule,
  };
}
