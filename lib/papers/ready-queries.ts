import { type Actor, may } from "../auth/permissions";
import { listDuties } from "../coverage/queries";
import { listSeries } from "../leagues/queries";
import { listAccess } from "../ledgers/ledger-queries";
import type { SourceKind } from "./kind-rules";

/** A paper that can be made at once; `name` is what it is about, null where there is only one. */
export type Ready = { kind: SourceKind; href: string; name: string | null };

/** The tables that this person may take out now. */
export async function listReady(actor: Actor): Promise<Ready[]> {
  if (!may(actor, "board.see")) return [];
  const [ledgers, series, duties] = await Promise.all([
    listAccess(actor),
    may(actor, "league.see") ? listSeries(actor) : [],
    may(actor, "register.see") ? listDuties(actor) : [],
  ]);
  return [
    { kind: "tasks", href: "/papers/tasks", name: null },
    { kind: "progress", href: "/papers/progress", name: null },
    ...ledgers
      .filter(({ ledger }) => ledger.closedOn === null)
      .map(({ ledger: { id, name } }): Ready => ({ kind: "ledger", href: `/papers/ledger?id=${id}`, name })),
    ...series
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name, last }): Ready => {
        const edition = last ? `&edition=${last.number}` : "";
        return { kind: "league", href: `/papers/league?id=${id}${edition}`, name };
      }),
    ...duties
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name }): Ready => ({ kind: "coverage", href: `/papers/coverage?id=${id}`, name })),
  ];
}
