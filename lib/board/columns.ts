/** What of a task stands on the board, as SQL over "Task" t: the board's working set and the commands read the same. */
export const BOARD_COLUMNS = `t.id, t.version, t.code, t.title, t."sectionId", t.status, t."leadUnitId", t."ownerPostId", t."sponsorPostId",
  ARRAY(SELECT s."unitId" FROM "TaskSupport" s WHERE s."taskId" = t.id ORDER BY 1) AS "supportUnitIds",
  t."startDay", t."dueDay", t."originalDueDay", t.weight::float8 AS weight, t.progress, t."lastCheckInDay", t."evidenceCount",
  t."statusSince", (t."acknowledgedAt" IS NOT NULL) AS acknowledged, t.label, t.rank, t.source, t."suspendedUntil", t."suspendedFrom",
  to_char(t."submittedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "submittedDay",
  (SELECT jsonb_build_object('complete', g.complete,
      'parts', jsonb_agg(jsonb_build_array(p->'weight', p->'actual', p->'points', p->'dues')) FILTER (WHERE (p->>'weight')::float8 > 0),
      'broken', (jsonb_agg(p->'broken' ORDER BY p->'broken'->>'on') FILTER (WHERE jsonb_typeof(p->'broken') = 'object'))->0)
    FROM "Standing" g, jsonb_array_elements(g.parts) p WHERE g."taskId" = t.id GROUP BY g."taskId") AS proof,
  CASE WHEN t."lightOverride" IS NOT NULL THEN jsonb_build_object('light', t."lightOverride", 'reason', t."lightReason",
      'by', t."lightBy", 'since', t."lightSince") END AS override,
  t."extensionCount", t."reportDueDay"`;
