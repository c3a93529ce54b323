/**
 * Every cell of a monthly duty in one statement: object, period, visits and state, with the totals by object, by period and in all.
 * $1 the duty, $2 today, $3 the year.
 */
export const COVERAGE = `
WITH duty AS (SELECT * FROM "Duty" WHERE id = $1),
period AS (
  SELECT n AS place, to_char(make_date($3, n, 1), 'YYYY-MM-DD') AS "from",
    to_char(make_date($3, n, 1) + interval '1 month - 1 day', 'YYYY-MM-DD') AS "to",
    extract(day FROM make_date($3, n, 1) + interval '1 month - 1 day')::int AS days
  FROM generate_series(1, 12) n
), visit AS (
  SELECT "objectId", substr(day, 6, 2)::int AS place, count(*)::int AS visits FROM "Visit"
  WHERE "dutyId" = $1 AND day BETWEEN $3 || '-01-01' AND $3 || '-12-31' AND "withdrawnAt" IS NULL GROUP BY 1, 2
), cell AS (
  SELECT o.id, p.place, coalesce(v.visits, 0) AS visits, CASE
      WHEN NOT (o."activeFrom" <= p."from" AND (o."activeTo" IS NULL OR o."activeTo" >= p."to"))
        AND 2 * (least(p."to", o."activeTo")::date - greatest(p."from", o."activeFrom")::date + 1) < p.days THEN 'notApplicable'
      WHEN coalesce(v.visits, 0) >= d.times THEN 'met' WHEN p."to" < $2 THEN 'missed' ELSE 'open' END AS state
  FROM duty d JOIN "RegisterObject" o ON o."registerId" = d."registerId" CROSS JOIN period p
    LEFT JOIN visit v ON v."objectId" = o.id AND v.place = p.place
)
SELECT id, place, sum(visits)::int AS visits, count(*) FILTER (WHERE state <> 'notApplicable')::int AS owed,
  count(*) FILTER (WHERE state = 'met')::int AS met, count(*) FILTER (WHERE state = 'missed')::int AS missed, min(state) AS state
FROM cell GROUP BY GROUPING SETS ((id, place), (id), (place), ())`;

/** 2,000 objects of which some joined or left in the year, and 50,000 visits, straight into the tables. */
export const FILL = `
WITH register AS (INSERT INTO "Register" (name, kind, "objectWord", "order") VALUES ('bench', 'other', 'x', 99) RETURNING id),
object AS (
  INSERT INTO "RegisterObject" ("registerId", code, name, "unitId", "activeFrom", "activeTo", "order")
  SELECT r.id, 'B' || n, '对象' || n, (SELECT min(id) + n % 20 FROM "Unit"),
    CASE WHEN n % 20 = 0 THEN '2024-05-20' ELSE '2024-01-01' END, CASE WHEN n % 31 = 0 THEN '2024-08-10' END, n
  FROM register r, generate_series(1, 2000) n RETURNING id, "order" AS n
), duty AS (
  INSERT INTO "Duty" ("taskId", "registerId", name, times, every, "fromDay", "toDay", acts)
  SELECT (SELECT min(id) FROM "Task"), r.id, 'bench', 2, 'month', '2024-01-01', '2024-12-31', '{走访}' FROM register r RETURNING id
)
INSERT INTO "Visit" ("dutyId", "objectId", day, act, author, at)
SELECT d.id, o.id, to_char(date '2024-01-01' + (v * 13 + o.n * 7) % 273, 'YYYY-MM-DD'), '走访', 'bench', now()
FROM duty d, object o, generate_series(1, 25) v RETURNING "dutyId"`;
