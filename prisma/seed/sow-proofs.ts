import { MEASURES } from "./plan-2024/measures";
import { MILESTONES, TEMPLATES } from "./plan-2024/milestones";

type Add = (name: string, answers: string, input: unknown) => Promise<number>;
type Ids = ReadonlyMap<string, number>;

function taskOf(tasks: Ids, code: string): number {
  const id = tasks.get(code);
  if (id === undefined) throw new Error(`the seed names task ${code} before it exists`);
  return id;
}

/** Sets up the milestones of the plan and the templates for more. */
export async function addMilestones(add: Add, tasks: Ids): Promise<void> {
  for (const template of TEMPLATES) await add("template.add", "templateId", template);
  for (const [code, steps] of Object.entries(MILESTONES)) {
    const milestones = steps.map(([name, dueDay, weight]) => ({ name, dueDay, weight }));
    await add("milestone.add", "milestoneIds", { taskId: taskOf(tasks, code), milestones });
  }
}

/** Sets up the measures that are read. */
export async function addMeasures(add: Add, tasks: Ids): Promise<void> {
  for (const [code, measures] of Object.entries(MEASURES)) {
    const taskId = taskOf(tasks, code);
    for (const measure of measures) await add("measure.define", "measureId", { taskId, ...measure });
  }
}
