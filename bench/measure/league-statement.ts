/** A league in number, and the one best statement for its figures: only for measuring. */

export const UNITS = 200;
export const TASKS = 10_000;
export const ENTRIES = 20_000;

/** Units with tasks, check-ins and ledger entries, and a series of them with five metrics; answers its number. */
export const FILL = `WITH
  root AS (SELECT id FROM "Unit" WHERE "parentId" IS NULL LIMIT 1),
  plan AS (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1),
  section AS (SELECT id FROM "Section" ORDER BY id LIMIT 1),
  units AS (INSERT INTO "Unit" ("parentId", kind, name, "shortName", "order")
    SELECT root.id, 'community', '单位' || n, '单位' || n, 1000 + n FROM root, generate_series(1, ${UNITS}) n RETURNING id),
  numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM units),
  tasks AS (INSERT INTO "Task" ("planId", "sectionId", code, title, source, "leadUnitId", "ownerPostId", "startDay", "dueDay", "originalDueDay", rank, status,
      "statusSince", progress, "startedAt", weight, "evidenceCount")
    SELECT plan.id, section.id, 'L' || n, '第' || n || '项', 'plan', u.id, (SELECT min(id) FROM "Post"), '2024-03-01', due, due, 'l' || lpad(n::text, 6, '0'),
      (ARRAY['inProgress','inProgress','inProgress','inProgress','closed'])[1 + n % 5]::"TaskStatus", '2024-03-05', n % 101, '2024-03-05T02:00:00Z', 1 + n % 3, 1
    FROM plan, section, generate_series(1, ${TASKS}) n JOIN numbered u ON u.place = n % ${UNITS}
      CROSS JOIN LATERAL (SELECT to_char(date '2024-07-01' + n % 180, 'YYYY-MM-DD') AS due) d RETURNING id),
  told AS (INSERT INTO "CheckIn" ("taskId", author, at, day, done)
    SELECT t.id, '某人', now(), to_char(make_date(2024, month, 15 + (t.id + month) % 14), 'YYYY-MM-DD'), '进展' FROM tasks t, generate_series(3, 9) month),
  ledgers AS (INSERT INTO "Ledger" ("taskId", name, "entryWord", stages, "order")
    SELECT (SELECT min(id) FROM tasks), '清单' || n, '户',
      '[{"key":"open","name":"未签约","writtenOff":false},{"key":"signed","name":"已签约","writtenOff":false},{"key":"gone","name":"已拆除","writtenOff":true}]', n
    FROM generate_series(1, 4) n RETURNING id),
  books AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM ledgers),
  entries AS (INSERT INTO "LedgerEntry" ("ledgerId", code, stage, "stageSince", weight, "unitId", "joinedOn", "writtenOffOn")
    SELECT b.id, '户-' || n, (ARRAY['open','signed','gone'])[1 + (n % 7 + n / 200) % 3], '2024-03-01', 1 + n % 2, u.id, '2024-03-01',
      CASE WHEN (n % 7 + n / 200) % 3 = 2 THEN '2024-06-01' END
    FROM generate_series(1, ${ENTRIES}) n JOIN numbered u ON u.place = n % ${UNITS} JOIN books b ON b.place = n / ${UNITS} % 4),
  series AS (INSERT INTO "Series" (name, kind, "order") VALUES ('测量', 'units', 99) RETURNING id),
  members AS (INSERT INTO "SeriesMember" ("seriesId", "unitId", "activeFrom") SELECT s.id, u.id, '2024-01-01' FROM series s, numbered u),
  metrics AS (INSERT INTO "SeriesMetric" ("seriesId", source, name, weight, options, "order")
    SELECT s.id, m.source, m.source, 20, CASE WHEN m.source IN ('stage', 'writtenOff')
      THEN jsonb_build_object('ledgerIds', (SELECT jsonb_agg(id) FROM ledgers), 'stage', 'signed') ELSE '{}' END, m.place
    FROM series s, (VALUES ('progress', 0), ('deviation', 1), ('onTime', 2), ('stage', 3), ('writtenOff', 4)) m(source, place))
  SELECT id AS "seriesId", (SELECT array_agg(id) FROM ledgers) AS "ledgerIds" FROM series`;

/** $1 ledgers, $2 the first day, $3 the last: the five shares of every unit, its score and its place. */
export const STATEMENT = `WITH
  tasks AS (SELECT t.id, t."leadUnitId" AS unit, t.weight::float8 AS w, CASE WHEN t.status = 'closed' THEN 1 ELSE t.progress / 100.0::float8 END AS a,
      CASE WHEN $3 >= t."originalDueDay" THEN 1 WHEN $3 < t."startDay" THEN 0
        ELSE ($3::text::date - t."startDay"::date)::float8 / (t."originalDueDay"::date - t."startDay"::date) END AS p,
      greatest(t."startDay", to_char(t."startedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')) AS began
    FROM "Task" t WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1)
      AND t.status NOT IN ('draft', 'suspended', 'terminated') AND t."leadUnitId" IS NOT NULL),
  done AS (SELECT unit, sum(w * a) / sum(w) AS progress, sum(w * p * least(1, a / nullif(p, 0))) / nullif(sum(w * p), 0) AS deviation FROM tasks GROUP BY unit),
  months AS (SELECT substr(m, 1, 7) AS month, substr(m, 1, 8) || '25' AS until
    FROM (SELECT to_char(generate_series(date_trunc('month', $2::text::date), $3::text::date, '1 month'), 'YYYY-MM-DD') AS m) m
    WHERE substr(m, 1, 8) || '25' BETWEEN $2 AND $3),
  told AS (SELECT DISTINCT "taskId", substr(day, 1, 7) AS month FROM "CheckIn" WHERE day BETWEEN $2 AND $3 AND substr(day, 9, 2) <= '25'),
  reports AS (SELECT t.unit, count(c."taskId")::float8 / count(*) AS "onTime" FROM tasks t JOIN months m ON m.until >= t.began
      LEFT JOIN told c ON c."taskId" = t.id AND c.month = m.month GROUP BY t.unit),
  entries AS (SELECT e."unitId" AS unit, coalesce(sum(e.weight) FILTER (WHERE e.stage IN ('signed', 'gone')), 0)::float8 / sum(e.weight)::float8 AS stage,
      coalesce(sum(e.weight) FILTER (WHERE e."writtenOffOn" IS NOT NULL), 0)::float8 / sum(e.weight)::float8 AS "writtenOff"
    FROM "LedgerEntry" e WHERE e."ledgerId" = ANY($1::int[]) AND e."removedOn" IS NULL AND e."joinedOn" <= $3 AND e."unitId" IS NOT NULL GROUP BY 1)
  SELECT s.unit, s.score, rank() OVER (ORDER BY s.score DESC)::int AS rank
  FROM (SELECT d.unit, round((20 * (d.progress + d.deviation + r."onTime" + e.stage + e."writtenOff"))::numeric, 2)::float8 AS score
    FROM done d JOIN reports r USING (unit) JOIN entries e USING (unit)) s ORDER BY rank`;
