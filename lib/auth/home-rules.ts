import { type Actor, may } from "./permissions";

/** The page on which somebody's day begins: the board for who watches over the whole plan, a desk of their own for leaders, the desk for everybody else. */
export function homeOf(actor: Actor): "/board" | "/leader" | "/" {
  if (may(actor, "task.add")) return "/board";
  return may(actor, "instruction.add") ? "/leader" : "/";
}
