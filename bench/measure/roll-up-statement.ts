/**
 * The figures of every section and of the whole plan in one statement, for tasks without proofs and without a light set by hand.
 * $1 today, $2 the last day on which an assigned task was due to move, $3 the last due day that is soon.
 */
export const ROLL_UP = `
WITH RECURSIVE course AS (
  SELECT t."sectionId", t.status::text AS status, t.weight::float8 AS weight, t.progress, t."dueDay" AS due, t."startDay" AS start,
    t."acknowledgedAt" IS NOT NULL AS acknowledged, t."statusSince" AS since, greatest(t."startDay", t."statusSince") AS began,
    CASE WHEN $1 >= t."dueDay" THEN 1 WHEN $1 < t."startDay" THEN 0
      ELSE ($1::date - t."startDay"::date)::float8 / (t."dueDay"::date - t."startDay"::date) END * 100 AS planned,
    t."lastCheckInDay" AS heard
  FROM "Task" t WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1)
), owed AS (
  SELECT c.*, date_trunc('month', began::date)::date AS month,
    round((CASE WHEN status = 'assigned' THEN coalesce(progress, 0) ELSE progress END - planned)::numeric, 2) AS behind
  FROM course c
), due AS (
  SELECT o.*, CASE WHEN status <> 'inProgress' THEN NULL ELSE CASE WHEN began::date > month + 24 THEN (month + interval '1 month')::date ELSE month END END AS first
  FROM owed o
), told AS (
  SELECT d.*, greatest(first, (date_trunc('month', heard::date) + interval '1 month')::date) AS missing FROM due d
), lit AS (
  SELECT t.*, CASE
    WHEN status = 'terminated' THEN 'grey' WHEN status = 'closed' THEN 'green'
    WHEN status = 'suspended' THEN 'grey' WHEN status = 'draft' THEN 'grey'
    WHEN status = 'submitted' THEN CASE WHEN since > due THEN 'yellow' ELSE 'green' END
    WHEN due < $1 THEN 'red'
    WHEN behind < -15 AND (status <> 'assigned' OR began <= $2) THEN 'red'
    WHEN status = 'assigned' AND NOT acknowledged AND since <= $2 THEN 'yellow'
    WHEN status = 'assigned' AND began <= $2 THEN 'yellow'
    WHEN due <= $3 THEN 'yellow'
    WHEN behind < -5 AND (status <> 'assigned' OR began <= $2) THEN 'yellow'
    WHEN missing + 24 < $1::date THEN 'yellow'
    WHEN status = 'assigned' OR progress IS NULL THEN 'grey' ELSE 'green' END AS light
  FROM told t
), leaf AS (
  SELECT "sectionId", count(*) AS tasks,
    sum(weight) FILTER (WHERE status <> 'terminated') AS weight,
    sum(weight * CASE WHEN status = 'closed' THEN 100 ELSE coalesce(progress, 0) END) FILTER (WHERE status <> 'terminated') AS done,
    sum(weight * planned) FILTER (WHERE status <> 'terminated') AS planned,
    count(*) FILTER (WHERE light = 'red') AS red, count(*) FILTER (WHERE light = 'yellow') AS yellow,
    count(*) FILTER (WHERE light = 'green') AS green, count(*) FILTER (WHERE light = 'grey') AS grey,
    count(*) FILTER (WHERE missing <= $1::date AND start <= $1) AS unreported,
    count(*) FILTER (WHERE first <= $1::date AND start <= $1) AS owing
  FROM lit GROUP BY "sectionId"
), above AS (
  SELECT id AS leaf, id, "parentId" FROM "Section"
  UNION ALL SELECT a.leaf, s.id, s."parentId" FROM above a JOIN "Section" s ON s.id = a."parentId"
)
SELECT a.id, sum(tasks)::int AS tasks, round((sum(done) / sum(weight))::numeric, 1)::float8 AS progress,
  round((sum(planned) / sum(weight))::numeric, 1)::float8 AS planned, sum(red)::int AS red, sum(yellow)::int AS yellow,
  sum(green)::int AS green, sum(grey)::int AS grey, sum(unreported)::int AS unreported, sum(owing)::int AS owing
FROM leaf JOIN (SELECT leaf, id, "parentId" FROM above UNION ALL SELECT id, NULL, NULL FROM "Section") a ON a.leaf = leaf."sectionId"
GROUP BY a.id`;
