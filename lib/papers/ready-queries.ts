import { type Actor, may } from "../auth/permissions";
import type { SourceKind } from "./kind-rules";

/** A paper that can be made at once; `name` is what it is about, null where there is only one. */
export type Ready = { kind: SourceKind; href: string; name: string | null };

/** The tables that this person may take out now. */
export async function listReady(actor: Actor): Promise<Ready[]> {
  if (!may(actor, "board.see")) return [];
  return [
    { kind: "tasks", href: "/papers/tasks", name: null },
    { kind: "progress", href: "/papers/progress", name: null },
  ];
}
