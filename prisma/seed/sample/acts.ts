import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/calendar/rules";
import { runCommand } from "@/lib/commands";
import type { Part } from "./cast";

export type Cast = Map<string, Part>;

/** A command of the sample. Its key lets an interrupted run go on where it stopped. */
export type Act = { key: string; day: Day; minute: number; perform: (key: string) => Promise<unknown> };

/** What the keys of the sample begin with. */
export const KEY = "sample:";

/** Runs a command once, whatever the number of runs. */
export async function run<R>(name: string, actor: Actor, input: unknown, key: string): Promise<R> {
  return (await runCommand<R>(name, actor, input, { key })).result;
}

export function partOf(cast: Cast, code: string): Part {
  const part = cast.get(code);
  if (!part) throw new Error(`the sample year needs the task ${code}`);
  return part;
}
