import { mayOnEntry } from "../auth/entry-permissions";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import { pool, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import { checked, disorder, PASSED } from "./figure-queries";
import { type Access, isOwn } from "./ledger-queries";
import { mask, maskTitle } from "./mask-rules";
import { type EntryRow, ROW_HEAD } from "./rules";
import type { LedgerView, PlotRow } from "./views";

/** The parts of a ledger's page. */

/** Whether this person may read the sensitive words of the entry that a row tells of. */
export function mayReveal(actor: Actor, { ledger, task }: Access, row: EntryRow): boolean {
  const [unitId, postId, sponsorPostId] = [row[9], row[10], row[11]];
  return mayOnEntry(actor, "entry.reveal", ledger.label, task, { unitId, postId, sponsorPostId });
}

/** The entries as masked rows; with `bare` those that this person may read stay as they are. Straight from the driver: making an object of each costs more than the query. */
export async function readRows(actor: Actor, access: Access, bare = false): Promise<EntryRow[]> {
  const { ledger, whole } = access;
  const values = ledger.fields.map(({ key }) => Prisma.sql`, e.data->>${key}::text`);
  const { text, values: given } = Prisma.sql`
    WITH ${checked([ledger.id])}
    SELECT e.id, e.version, e.code, e.title, e.stage, e."stageSince", e."stageDue", e.track, e.weight::float8, e."unitId", e."postId",
      e."sponsorPostId", e."joinedOn", e."writtenOffOn", e."removedOn", e."plotId", e.x, e.y, (NOT (e.id IN (${disorder([ledger])})))::int, (${PASSED})::int
      ${values.length > 0 ? Prisma.join(values, "") : Prisma.empty}
    FROM "LedgerEntry" e
    WHERE e."ledgerId" = ${ledger.id} AND ${whole ? Prisma.sql`true` : isOwn(actor)} ORDER BY e.code, e.id`;
  const { rows } = await pool().query<EntryRow>({ text, values: given, rowMode: "array" });
  if (!bare) return maskRows(ledger, rows);
  return rows.flatMap((row) => (mayReveal(actor, access, row) ? [row] : maskRows(ledger, [row])));
}

function maskRows({ label, fields }: Access["ledger"], rows: EntryRow[]): EntryRow[] {
  const hidden = fields.flatMap(({ sensitive, type }, at) =>
    sensitive ? [{ at: ROW_HEAD + at, type }] : [],
  );
  if (label !== "sensitive" && hidden.length === 0) return rows;
  for (const row of rows) {
    row[3] = maskTitle(label, row[3]);
    const values = row as (string | null)[];
    for (const { at, type } of hidden) if (values[at]) values[at] = mask(values[at], type);
  }
  return rows;
}

export async function listPlots(tx: Tx, ledgerId: number): Promise<PlotRow[]> {
  return tx.plot.findMany({
    where: { ledgerId, removedAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, version: true, name: true, width: true, height: true, mime: true },
  });
}

/** Units and posts that work can be given to today. */
export async function readChoices(tx: Tx): Promise<LedgerView["choices"]> {
  const units = await tx.$queryRaw<LedgerView["choices"]["units"]>`
    SELECT id, "shortName" AS name, name AS full FROM "Unit" WHERE "closedOn" IS NULL OR "closedOn" > ${today()} ORDER BY "order", id`;
  const posts = await tx.$queryRaw<LedgerView["choices"]["posts"]>`
    SELECT id, name, "unitId" FROM "Post" WHERE "closedOn" IS NULL OR "closedOn" > ${today()} ORDER BY "order", id`;
  return { units, posts };
}
