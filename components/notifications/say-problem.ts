import type { Words } from "@/lib/message-format";

/** Why a message did not arrive: a key of the words, sometimes with a number after it ("http 500"). */
export function sayProblem(problem: string, said: Words): string {
  const [key = "", code = ""] = problem.split(" ");
  return said(`problem.${key}`, { code });
}
