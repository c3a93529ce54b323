/** The workflow of a task: one line per step. Runs on the server and in the browser. */

export const STATUSES = [
  "draft",
  "assigned",
  "inProgress",
  "submitted",
  "closed",
  "suspended",
  "terminated",
] as const;
export type TaskStatus = (typeof STATUSES)[number];

/** How somebody outside the responsible unit made sure that a task is done. */
export const VERIFY_METHODS = ["onSite", "phone", "photo", "documents"] as const;
export type VerifyMethod = (typeof VERIFY_METHODS)[number];

type StepRule = {
  from: readonly TaskStatus[];
  /** "same" keeps the status; "before" returns to the one left by a suspension. */
  to: TaskStatus | "same" | "before";
  needsEvidence?: true;
  needsReason?: true;
  needsUntil?: true;
  needsMethod?: true;
  /** Verification: someone outside the responsible unit. */
  outsideUnit?: true;
};

export const STEPS = {
  acknowledge: { from: ["assigned"], to: "same" },
  start: { from: ["assigned"], to: "inProgress" },
  submit: { from: ["inProgress"], to: "submitted", needsEvidence: true },
  sendBack: { from: ["submitted"], to: "inProgress", needsReason: true, outsideUnit: true },
  close: { from: ["submitted"], to: "closed", needsEvidence: true, needsMethod: true, outsideUnit: true },
  suspend: { from: ["assigned", "inProgress"], to: "suspended", needsReason: true, needsUntil: true },
  resume: { from: ["suspended"], to: "before" },
  terminate: { from: ["draft", "assigned", "inProgress", "suspended"], to: "terminated", needsReason: true },
  reopen: { from: ["closed", "terminated"], to: "inProgress", needsReason: true },
} as const satisfies Record<string, StepRule>;

export type Step = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as Step[];

export const REFUSALS = [
  "wrongStatus",
  "evidenceMissing",
  "alreadyAcknowledged",
  "verifierInSameUnit",
  "reasonMissing",
  "untilMissing",
  "untilNotAhead",
  "methodMissing",
  "approvalMissing",
  "dueBeforeStart",
  "notEditable",
  "noOwnerToReopen",
  "proofIncomplete",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What the workflow looks at. `days` are Asia/Shanghai. */
export type TaskFacts = {
  status: TaskStatus;
  evidenceCount: number;
  acknowledged: boolean;
  leadUnitId: number | null;
  ownerPostId: number | null;
};

/** Units that the actor works in or heads; empty for the installation itself. */
export type Verifier = { unitIds: readonly number[]; headUnitIds: readonly number[] };

/** Why `step` cannot be taken now, or null when it can. What the person still has to type is asked by `refusalOfAnswers`. */
export function refusalOf(step: Step, task: TaskFacts, who: Verifier): Refusal | null {
  const rule: StepRule = STEPS[step];
  if (!rule.from.includes(task.status)) return "wrongStatus";
  if (step === "acknowledge" && task.acknowledged) return "alreadyAcknowledged";
  if (rule.needsEvidence && task.evidenceCount === 0) return "evidenceMissing";
  if (step === "reopen" && (task.ownerPostId === null || task.leadUnitId === null)) return "noOwnerToReopen";
  const ownUnit =
    task.leadUnitId !== null &&
    (who.unitIds.includes(task.leadUnitId) || who.headUnitIds.includes(task.leadUnitId));
  if (rule.outsideUnit && ownUnit) return "verifierInSameUnit";
  return null;
}

export type Answers = {
  reason?: string | undefined;
  until?: string | undefined;
  approval?: string | undefined;
  method?: VerifyMethod | undefined;
};

/** `mayApprove`: the person is a leader who can approve a termination. `proof`: what proves the task, null when it is reported by hand. */
export type Circumstances = { mayApprove: boolean; proof: { complete: boolean } | null };

/** Why what was typed for `step` does not do, or null. A task whose proof is not complete is submitted with a reason only. */
export function refusalOfAnswers(
  step: Step,
  answers: Answers,
  today: string,
  { mayApprove, proof }: Circumstances,
): Refusal | null {
  const rule: StepRule = STEPS[step];
  if (step === "submit" && proof?.complete === false && !answers.reason?.trim()) return "proofIncomplete";
  if (rule.needsReason && !answers.reason?.trim()) return "reasonMissing";
  if (rule.needsMethod && !answers.method) return "methodMissing";
  if (rule.needsUntil && !answers.until) return "untilMissing";
  if (rule.needsUntil && answers.until && answers.until <= today) return "untilNotAhead";
  if (step === "terminate" && !mayApprove && !answers.approval?.trim()) return "approvalMissing";
  return null;
}

/** The status after `step`. `suspendedFrom` is what a suspension interrupted. */
export function statusAfter(step: Step, status: TaskStatus, suspendedFrom: TaskStatus | null): TaskStatus {
  const to: StepRule["to"] = STEPS[step].to;
  if (to === "same") return status;
  return to === "before" ? (suspendedFrom ?? "inProgress") : to;
}

export function refusalOfEditing(
  task: Pick<TaskFacts, "status">,
  days: { startDay: string; dueDay: string },
): Refusal | null {
  if (task.status === "closed" || task.status === "terminated") return "notEditable";
  return days.dueDay < days.startDay ? "dueBeforeStart" : null;
}

/** The step that moving a card from one column to another means, or null when there is none. */
export function stepBetween(from: TaskStatus, to: TaskStatus): Step | "assign" | null {
  if (from === "draft" && to === "assigned") return "assign";
  if (from === "suspended" && (to === "inProgress" || to === "assigned")) return "resume";
  const found = STEP_NAMES.find((step) => {
    const rule: StepRule = STEPS[step];
    return rule.to === to && rule.from.includes(from);
  });
  return found ?? null;
}

/** Why a task cannot stand on the public page, or null; taking it off is never refused. */
export function refusalOfPublishing(task: { label: string }, published: boolean): "notOpen" | null {
  return published && task.label !== "open" ? "notOpen" : null;
}
