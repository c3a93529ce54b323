/** A ledger of 20,000 entries with their moves and re-checks, written straight into the tables. */
export const ENTRIES = 20_000;

/** Like the ledger of grid events that the plan brings; entry n has come n % 7 stages far. Every 19th left out a stage. */
export const FILL = `
WITH like_events AS (SELECT * FROM "Ledger" WHERE counting = 'due' ORDER BY id LIMIT 1),
ledger AS (
  INSERT INTO "Ledger" ("taskId", name, "entryWord", counting, fields, stages, tracks, rates, "order")
  SELECT "taskId", 'bench', "entryWord", counting, fields, stages, tracks, rates, 99 FROM like_events RETURNING id, stages
), stage AS (
  SELECT l.id AS "ledgerId", s.value->>'key' AS key, s.place::int AS place FROM ledger l, jsonb_array_elements(l.stages) WITH ORDINALITY AS s(value, place)
), entry AS (
  INSERT INTO "LedgerEntry" ("ledgerId", code, title, data, stage, "stageSince", "stageDue", "unitId", weight, "joinedOn", "writtenOffOn")
  SELECT s."ledgerId", 'B' || n, '事件' || n, jsonb_build_object('kind', '市容环境', 'source', '群众反映', 'reporter', '1380000' || n), s.key,
    d.last, CASE WHEN s.place < 7 THEN to_char(d.last::date + 60, 'YYYY-MM-DD') END, (SELECT min(id) + n % 20 FROM "Unit"), 1 + n % 3, d.first,
    CASE WHEN s.place = 7 THEN d.last END
  FROM generate_series(1, ${ENTRIES}) n JOIN stage s ON s.place = least(7, 1 + n % 12)
    CROSS JOIN LATERAL (SELECT to_char(date '2024-03-01' + n % 180, 'YYYY-MM-DD') AS first, to_char(date '2024-03-06' + n % 180, 'YYYY-MM-DD') AS last) d
  RETURNING id, "ledgerId", code, stage, "joinedOn", "stageSince"
), move AS (
  INSERT INTO "LedgerMove" ("ledgerId", "entryId", "fromStage", "toStage", day, author, at)
  SELECT e."ledgerId", e.id, b.key, s.key, CASE WHEN s.key = e.stage THEN e."stageSince" ELSE e."joinedOn" END, 'bench', now()
  FROM entry e JOIN stage own ON own.key = e.stage JOIN stage s ON s.place <= own.place
    LEFT JOIN stage b ON b.place = s.place - 1 - (CASE WHEN substr(e.code, 2)::int % 19 = 0 AND s.place = 6 THEN 1 ELSE 0 END)
  WHERE NOT (substr(e.code, 2)::int % 19 = 0 AND s.place = 5)
  RETURNING id
), recheck AS (
  INSERT INTO "Recheck" ("entryId", day, passed, author, at)
  SELECT id, '2024-09-20', substr(code, 2)::int % 10 <> 0, 'bench', now() FROM entry WHERE substr(code, 2)::int % 5 = 0 AND stage = 'settled'
  RETURNING id
)
SELECT l.id AS "ledgerId" FROM ledger l, (SELECT count(*) FROM move) m, (SELECT count(*) FROM recheck) r`;

/** Every figure of the ledger in one statement: by stage with ages, by unit, in all, and what joined and went by day. $1 the ledger, $2 today. */
export const FIGURES = `
WITH stage AS (
  SELECT s.value->>'key' AS key, s.place::int AS place, (s.value->>'writtenOff')::boolean AS off
  FROM "Ledger" l, jsonb_array_elements(l.stages) WITH ORDINALITY AS s(value, place) WHERE l.id = $1
), live AS MATERIALIZED (
  SELECT m."entryId", m.day, coalesce(a.place, 0) AS "from", b.place AS "to", coalesce(a.off, false) AS was, b.off AS now FROM "LedgerMove" m
    LEFT JOIN stage a ON a.key = m."fromStage" JOIN stage b ON b.key = m."toStage"
  WHERE m."ledgerId" = $1 AND m."undoesId" IS NULL AND NOT EXISTS (SELECT 1 FROM "LedgerMove" u WHERE u."undoesId" = m.id)
), broken AS MATERIALIZED (SELECT "entryId" FROM live WHERE "to" > "from" + 1),
checked AS MATERIALIZED (
  SELECT DISTINCT ON (r."entryId") r."entryId", r.passed FROM "Recheck" r JOIN "LedgerEntry" e ON e.id = r."entryId"
  WHERE e."ledgerId" = $1 ORDER BY r."entryId", r.id DESC
), entry AS (
  SELECT e.stage, e."unitId", s.off, e.weight, s.off OR coalesce(e."stageDue" < $2, false) AS due, NOT (e.id IN (SELECT "entryId" FROM broken)) AS whole,
    CASE WHEN e.id IN (SELECT "entryId" FROM checked WHERE passed) THEN true WHEN e.id IN (SELECT "entryId" FROM checked) THEN false END AS passed,
    width_bucket($2::date - e."stageSince"::date, ARRAY[8, 16, 31, 61]) AS age, $2::date - e."stageSince"::date AS days
  FROM "LedgerEntry" e JOIN stage s ON s.key = e.stage
  WHERE e."ledgerId" = $1 AND e."removedOn" IS NULL
)
SELECT grouping(stage) + 2 * grouping("unitId") AS kind, stage AS key, "unitId" AS unit, age, count(*)::int AS n, count(*) FILTER (WHERE off)::int AS off,
  count(*) FILTER (WHERE due)::int AS due, count(*) FILTER (WHERE off AND whole)::int AS whole, count(passed)::int AS checked,
  count(*) FILTER (WHERE passed)::int AS passed, sum(weight)::float8 AS weight, (sum(weight) FILTER (WHERE off))::float8 AS "weightOff", max(days) AS longest
FROM entry GROUP BY GROUPING SETS ((stage, age), ("unitId"), ())
UNION ALL SELECT 9, day, NULL, NULL, sum(n)::int, sum(off)::int, 0, 0, 0, 0, 0, 0, 0 FROM (
  SELECT "joinedOn" AS day, count(*) AS n, 0 AS off FROM "LedgerEntry" WHERE "ledgerId" = $1 GROUP BY 1
  UNION ALL SELECT day, 0, sum(CASE WHEN now THEN 1 ELSE -1 END) FROM live WHERE was <> now GROUP BY 1) c GROUP BY day`;

/** The list itself, as the database can write it without anybody's help. $1 the ledger. */
export const LIST = `
WITH stage AS (
  SELECT s.value->>'key' AS key, s.place::int AS place
  FROM "Ledger" l, jsonb_array_elements(l.stages) WITH ORDINALITY AS s(value, place) WHERE l.id = $1
), checked AS MATERIALIZED (
  SELECT DISTINCT ON (r."entryId") r."entryId", r.passed FROM "Recheck" r JOIN "LedgerEntry" e ON e.id = r."entryId"
  WHERE e."ledgerId" = $1 ORDER BY r."entryId", r.id DESC
)
SELECT json_agg(json_build_array(id, version, code, title, stage, "stageSince", "stageDue", track, weight::float8, "unitId", "postId", "sponsorPostId",
  "joinedOn", "writtenOffOn", "removedOn", "plotId", x, y,
  NOT (id IN (SELECT m."entryId" FROM "LedgerMove" m LEFT JOIN stage a ON a.key = m."fromStage" JOIN stage b ON b.key = m."toStage"
    WHERE m."ledgerId" = $1 AND b.place > coalesce(a.place, 0) + 1 AND m."undoesId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "LedgerMove" u WHERE u."undoesId" = m.id))),
  CASE WHEN id IN (SELECT "entryId" FROM checked WHERE passed) THEN true WHEN id IN (SELECT "entryId" FROM checked) THEN false END,
  data->>'kind', data->>'source', left(data->>'reporter', 3) || '＊＊＊＊' || right(data->>'reporter', 4)) ORDER BY code)::text AS list
FROM "LedgerEntry" WHERE "ledgerId" = $1`;
