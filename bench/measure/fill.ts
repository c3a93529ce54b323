import pg from "pg";

/** Tasks in number, written straight into the tables: only for measuring, on an installation of its own. */
export async function fill(databaseUrl: string, tasks: number): Promise<void> {
  const db = new pg.Client(databaseUrl);
  await db.connect();
  try {
    await db.query(
      `INSERT INTO "Task" ("planId", "sectionId", code, title, goal, source, "leadUnitId", "ownerPostId", "startDay", "dueDay", "originalDueDay",
          rank, status, "statusSince", progress, "lastCheckInDay", "acknowledgedAt", "evidenceCount")
        SELECT p.id, s.ids[1 + n % array_length(s.ids, 1)], 'B' || n, '第' || n || '项' || (ARRAY['征收签约推进','走访排查整改','项目要素保障',
            '企业服务对接','安全隐患治理','组织建设提升'])[1 + n % 6] || '工作', repeat('目标说明', 20), 'plan', o.units[1 + n % array_length(o.units, 1)],
          o.posts[1 + n % array_length(o.posts, 1)], '2024-03-01', to_char(date '2024-07-01' + n % 180, 'YYYY-MM-DD'),
          to_char(date '2024-07-01' + n % 180, 'YYYY-MM-DD'), 'b' || lpad(n::text, 6, '0'),
          (ARRAY['assigned','inProgress','inProgress','submitted','closed'])[1 + n % 5]::"TaskStatus", '2024-03-05', n % 101,
          to_char(date '2024-09-01' + n % 29, 'YYYY-MM-DD'), now(), 1
        FROM generate_series(1, $1::int) n, (SELECT id FROM "Plan" LIMIT 1) p, (SELECT array_agg(id ORDER BY id) ids FROM "Section") s,
          (SELECT array_agg(id ORDER BY id) posts, array_agg("unitId" ORDER BY id) units FROM "Post") o`,
      [tasks],
    );
    await db.query("ANALYZE");
  } finally {
    await db.end();
  }
}

export async function emptyTasks(databaseUrl: string): Promise<void> {
  const db = new pg.Client(databaseUrl);
  await db.connect();
  await db.query(`DELETE FROM "Task" WHERE code LIKE 'B%'`);
  await db.end();
}
