/**
 * What the overview counts of the whole plan, of each section of the first level, each leading unit and each sponsor, in one statement, for tasks
 * without proofs, without a light set by hand and without rounds. $1 today; units count what is below them. `by` is null for the whole.
 */
export const DASHBOARD = `
WITH RECURSIVE course AS (
  SELECT t.*, t.status::text AS state, CASE WHEN $1 >= t."dueDay" THEN 1 WHEN $1 < t."startDay" THEN 0
      ELSE ($1::date - t."startDay"::date)::float8 / (t."dueDay"::date - t."startDay"::date) END * 100 AS planned,
    greatest(t."startDay", t."statusSince")::date AS began
  FROM "Task" t WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1)
), owed AS (
  SELECT c.*, round((progress - planned)::numeric, 2) AS points, CASE WHEN state = 'inProgress' THEN greatest(
      date_trunc('month', began) + CASE WHEN extract(day FROM began) > 25 THEN interval '1 month' ELSE interval '0' END,
      date_trunc('month', "lastCheckInDay"::date) + interval '1 month') END AS missing
  FROM course c
), told AS (
  SELECT "sectionId", "leadUnitId", "sponsorPostId", weight::float8 AS weight, planned, progress, state,
    state = 'closed' AS done,
    state IN ('assigned', 'inProgress', 'submitted') AND points >= -5 AS on_track,
    state IN ('assigned', 'inProgress', 'submitted') AND points < -5 AS behind,
    state IN ('assigned', 'inProgress') AND "dueDay" < $1 AS overdue,
    coalesce(missing <= $1::date AND "startDay" <= $1, false) AS unreported,
    "extensionCount" > 0 AS extended,
    "dueDay" <= $1 AND state NOT IN ('draft', 'suspended', 'terminated') AS due
  FROM owed
), section_of AS (
  SELECT id, id AS top FROM "Section" WHERE "parentId" IS NULL
  UNION ALL SELECT s.id, o.top FROM "Section" s JOIN section_of o ON s."parentId" = o.id
), unit_of AS (
  SELECT id AS below, id, "parentId" FROM "Unit"
  UNION ALL SELECT o.below, u.id, u."parentId" FROM unit_of o JOIN "Unit" u ON u.id = o."parentId"
), placed AS (
  SELECT NULL AS by, 0 AS id, told.* FROM told
  UNION ALL SELECT 'sections', o.top, told.* FROM told JOIN section_of o ON o.id = told."sectionId"
  UNION ALL SELECT 'units', o.id, told.* FROM told JOIN unit_of o ON o.below = told."leadUnitId"
    WHERE o.id IN (SELECT "leadUnitId" FROM told)
  UNION ALL SELECT 'units', 0, told.* FROM told WHERE "leadUnitId" IS NULL
  UNION ALL SELECT 'sponsors', coalesce("sponsorPostId", 0), told.* FROM told
)
SELECT by, id, count(*)::int AS total, count(*) FILTER (WHERE done)::int AS done, count(*) FILTER (WHERE on_track)::int AS "onTrack",
  count(*) FILTER (WHERE behind)::int AS behind, count(*) FILTER (WHERE overdue)::int AS overdue,
  count(*) FILTER (WHERE unreported)::int AS unreported, count(*) FILTER (WHERE extended)::int AS extended,
  count(*) FILTER (WHERE due)::int AS due, count(*) FILTER (WHERE due AND done)::int AS closed,
  round((sum(weight * CASE WHEN done THEN 100 ELSE coalesce(progress, 0) END) FILTER (WHERE state <> 'terminated')
    / nullif(sum(weight) FILTER (WHERE state <> 'terminated'), 0))::numeric, 1)::float8 AS progress
FROM placed GROUP BY by, id`;
