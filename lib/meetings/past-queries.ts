import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { addDays, type Day } from "../calendar/rules";
import { today } from "../clock";
import { NotFound } from "../errors";
import { seqBefore } from "../events/queries";
import { getPlanOn } from "../plan/queries";
import { dress, type ReviewTask, settingOn } from "./review-queries";
import { type Figures, figuresOf, see } from "./review-rules";
import { asOf, readNames, readTasks } from "./standing-queries";

export type PastBoard = { day: Day; seq: number; figures: Figures; tasks: ReviewTask[] };

/** The plan as it stood at the end of a day, with the lights and names of that day; a day to come is today. @throws NotFound, Forbidden */
export async function getStanding(actor: Actor, wanted: Day): Promise<PastBoard> {
  demand(actor, "meeting.see");
  const day = wanted < today() ? wanted : today();
  const plan = await getPlanOn(day);
  if (!plan) throw new NotFound("plan");
  const seq = await seqBefore(addDays(day, 1));
  const [rows, names, setting] = await Promise.all([
    readTasks(actor, plan.id),
    readNames(day),
    settingOn(day),
  ]);
  const tasks = (await asOf(rows, seq)).map((task) => dress(see(task, setting), names));
  return { day, seq, figures: figuresOf(tasks, setting), tasks };
}
