import type { Tx } from "../db";
import type { Places } from "./rules";

/** The places of an edition and of those before it, the latest first; empty when the series has no such edition. */
export async function readPlaces(tx: Tx, seriesId: number, editionId: number): Promise<Places[]> {
  const rows = await tx.$queryRaw<{ table: Places }[]>`
    SELECT jsonb_build_object('rows', e.rows #> '{table,rows}', 'improved', e.rows #> '{table,improved}') AS table
    FROM "Edition" e JOIN "Edition" asked ON asked."seriesId" = e."seriesId" AND e.number <= asked.number
    WHERE asked.id = ${editionId} AND asked."seriesId" = ${seriesId} ORDER BY e.number DESC`;
  return rows.map(({ table }) => table);
}
