/** Happenings in number, ten for each task on the average: a report, its progress, a due day moved, a step. */
export const EVENTS = `
  INSERT INTO "Event" (at, actor, command, kind, "subjectType", "subjectId", "taskId", changes, reason, batch, seq, "previousHash", hash)
  SELECT '2024-09-10T02:00:00Z'::timestamptz + n * interval '10 milliseconds', '经办', 'bench',
    CASE n % 10 WHEN 0 THEN 'task.start' WHEN 1 THEN 'task.extend' ELSE 'checkIn.add' END,
    CASE WHEN n % 10 < 2 THEN 'task' ELSE 'checkIn' END, n, t.ids[1 + n / 10 % array_length(t.ids, 1)],
    CASE n % 10 WHEN 0 THEN '{"status": ["assigned", "inProgress"]}'::jsonb
      WHEN 1 THEN '{"dueDay": ["2024-10-31", "2024-11-30"]}'::jsonb
      ELSE jsonb_build_object('done', jsonb_build_array(null, '本周推进情况良好，已完成第' || n || '阶段工作'), 'progress', jsonb_build_array(n % 10 * 5, n % 10 * 5 + 5)) END,
    NULL, 'bench', 0, '', ''
  FROM generate_series(0, $1::int - 1) n, (SELECT array_agg(id ORDER BY id) AS ids FROM "Task" WHERE code LIKE 'B%') t`;

/** A meeting that looks at all of them but the first $1; \`since\` and \`until\` are its numbers in the journal. */
export const MEETING = `
  INSERT INTO "Meeting" ("planId", title, "heldOn", "sinceDay", "sinceSeq", "openedSeq")
  SELECT (SELECT id FROM "Plan" LIMIT 1), '例会', '2024-09-30', '2024-09-01', min(seq) - 1 + $1::int, max(seq) FROM "Event" WHERE command = 'bench'
  RETURNING id, "sinceSeq" AS since, "openedSeq" AS until`;

/** Task by task: first before, last after, and every report as it was written. */
export const COMPARISON = `
  SELECT t.id, t.code, t.title, e.* FROM (
    SELECT "taskId",
      (array_agg(changes->'status'->0 ORDER BY seq) FILTER (WHERE changes ? 'status'))[1] AS "statusFrom",
      (array_agg(changes->'status'->1 ORDER BY seq DESC) FILTER (WHERE changes ? 'status'))[1] AS "statusTo",
      (array_agg(changes->'progress'->0 ORDER BY seq) FILTER (WHERE changes ? 'progress'))[1] AS "progressFrom",
      (array_agg(changes->'progress'->1 ORDER BY seq DESC) FILTER (WHERE changes ? 'progress'))[1] AS "progressTo",
      (array_agg(changes->'dueDay'->0 ORDER BY seq) FILTER (WHERE changes ? 'dueDay'))[1] AS "dueFrom",
      (array_agg(changes->'dueDay'->1 ORDER BY seq DESC) FILTER (WHERE changes ? 'dueDay'))[1] AS "dueTo",
      json_agg(json_build_array("subjectId", at, actor, changes) ORDER BY seq) FILTER (WHERE kind = 'checkIn.add') AS "checkIns"
    FROM "Event" WHERE seq > $1 AND seq <= $2 AND "taskId" IS NOT NULL GROUP BY "taskId") e
  JOIN "Task" t ON t.id = e."taskId" ORDER BY t.rank`;
