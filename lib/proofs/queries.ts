import type { Actor } from "../auth/permissions";
import { type DutyRow, listDutiesOfTask } from "../coverage/queries";
import { prisma, type Tx } from "../db";
import { listLedgersOfTask } from "../ledgers/queries";
import { fedValues } from "../ledgers/standing";
import type { LedgerSummary } from "../ledgers/views";
import { listMeasuresOfTask, type Measure } from "../measures/queries";
import { listFeeds } from "../measures/standing";
import { listMilestonesOfTask, listTemplates, type Milestone, type Template } from "../milestones/queries";
import type { Part } from "../standings/rules";
import { getTask, type Task } from "../tasks/queries";

/** Everything that proves one task, as it travels to the browser. */
export type TaskProofs = {
  /** True when the task is sensitive and its text was not asked for: only shares and counts are told. */
  masked: boolean;
  parts: Part[];
  milestones: Milestone[];
  measures: Measure[];
  ledgers: LedgerSummary[];
  duties: DutyRow[];
  templates: Template[];
};

const NOTHING = { milestones: [], measures: [], ledgers: [], duties: [], templates: [] };

/** What proves the task; of a sensitive one only how far it is. @throws NotFound also when it is hidden */
export async function getTaskProofs(actor: Actor, taskId: number, tx: Tx = prisma()): Promise<TaskProofs> {
  const task = await getTask(actor, taskId, tx);
  return proofsOf(actor, task, tx, task.label === "sensitive");
}

/** The whole text, sensitive or not; the caller has asked for the right to read it and records the look. */
export async function getRevealedProofs(actor: Actor, task: Task, tx: Tx): Promise<TaskProofs> {
  return proofsOf(actor, task, tx, false);
}

async function proofsOf(actor: Actor, task: Task, tx: Tx, masked: boolean): Promise<TaskProofs> {
  const [standing] = await tx.$queryRaw<
    { parts: Part[] }[]
  >`SELECT parts FROM "Standing" WHERE "taskId" = ${task.id}`;
  const parts = standing?.parts ?? [];
  if (masked) return { masked, parts: parts.map(withoutNames), ...NOTHING };
  const ledgers = await listLedgersOfTask(actor, task.id, tx);
  const seen = new Set(ledgers.map(({ id }) => id));
  // A ledger may be for fewer eyes than its task: it counts, and keeps its name to itself.
  const isHidden = ({ kind, id }: Part) => kind === "ledger" && !seen.has(id ?? 0);
  return {
    masked,
    parts: parts.map((part) => (isHidden(part) ? withoutNames(part) : part)),
    ledgers,
    milestones: await listMilestonesOfTask(actor, task, tx),
    measures: await listMeasuresOfTask(actor, task, await fedOf(task, tx), tx),
    duties: await listDutiesOfTask(actor, task, tx),
    templates: await listTemplates(actor, task, tx),
  };
}

function withoutNames(part: Part): Part {
  return { ...part, name: "", ...(part.broken && { broken: { on: part.broken.on, name: "" } }) };
}

/** What other domains supply for the task's measures. */
async function fedOf(task: Task, tx: Tx): Promise<Map<number, number | null>> {
  const feeds = await listFeeds(tx, [task.id]);
  if (feeds.length === 0) return new Map();
  const wording = feeds.map(({ feed }) => feed);
  const values = await fedValues(tx, wording);
  return new Map(feeds.map(({ measureId }, at) => [measureId, values[at] ?? null]));
}
