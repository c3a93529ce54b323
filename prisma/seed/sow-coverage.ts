import { DUTIES, FROM, REGISTERS, TO } from "./plan-2024/coverage";

type Add = (name: string, answers: string, input: unknown) => Promise<number>;

/** Sets up the registers and the duties of the plan; communities and grids are entered from the unit tree. */
export async function addCoverage(add: Add, tasks: ReadonlyMap<string, number>): Promise<void> {
  const ids = new Map<string, number>();
  for (const { key, name, kind, objectWord, sensitive, follows } of REGISTERS) {
    const label = sensitive ? "sensitive" : "open";
    const registerId = await add("register.add", "registerId", { name, kind, objectWord, label });
    ids.set(key, registerId);
    if (follows) await add("register.follow", "joined", { registerId });
  }
  for (const { task, register, ...duty } of DUTIES) {
    const [taskId, registerId] = [tasks.get(task), ids.get(register)];
    if (taskId === undefined || registerId === undefined)
      throw new Error(`the seed names ${task} or ${register} before it exists`);
    await add("duty.define", "dutyId", { ...duty, taskId, registerId, fromDay: FROM, toDay: TO });
  }
}
