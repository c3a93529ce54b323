import { pool } from "@/lib/db";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** Is it running, which version, does the database answer, how far is the journal. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    const { rows } = await pool().query(`SELECT seq::int8 AS seq FROM "JournalHead" WHERE id = 1`);
    return Response.json(
      { status: "ok", version, database: "ok", seq: Number(rows[0]?.seq ?? 0) },
      { headers },
    );
  } catch {
    return Response.json(
      { status: "down", version, database: "unreachable", seq: null },
      { status: 503, headers },
    );
  }
}
