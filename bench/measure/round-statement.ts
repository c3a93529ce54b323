/** People who hold the posts of an office, straight into the tables: $1 how many. */
export const PEOPLE = `
WITH person AS (
  INSERT INTO "Person" (name, pinyin, initials) SELECT '测' || n, 'ce', 'c' FROM generate_series(1, $1::int) n RETURNING id),
post AS (SELECT array_agg(id ORDER BY id) AS ids FROM "Post")
INSERT INTO "Holding" ("postId", "personId", "fromDay")
SELECT post.ids[1 + (row_number() OVER (ORDER BY person.id))::int % array_length(post.ids, 1)], person.id, '2024-01-01' FROM person, post`;

/** All tasks that are worked on, so that a round asks every one of them. */
export const START = `UPDATE "Task" SET status = 'inProgress', "reportDueDay" = NULL WHERE code LIKE 'B%'`;

/**
 * The same as opening a round, in one statement: the round, what each task owes, by when, and the journal's two rows.
 * $1 its title.
 */
export const OPEN = `
WITH round AS (
  INSERT INTO "Round" (title, "periodFrom", "periodTo", "windowFrom", "windowTo", "openedAt", author)
  VALUES ($1, '2024-09-01', '2024-09-30', '2024-09-30', '2024-10-08', now(), 'bench') RETURNING id),
asked AS (
  SELECT t.id, t."reportDueDay" FROM "Task" t WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1)
    AND t.status IN ('assigned', 'inProgress') AND t."startDay" <= '2024-10-08'),
owed AS (INSERT INTO "RoundOwed" ("roundId", "taskId") SELECT round.id, asked.id FROM round, asked RETURNING "taskId"),
due AS (
  UPDATE "Task" t SET "reportDueDay" = '2024-10-08' FROM asked WHERE asked.id = t.id
    AND (asked."reportDueDay" IS NULL OR asked."reportDueDay" > '2024-10-08') RETURNING t.id)
INSERT INTO "Event" (at, actor, command, kind, "subjectType", "subjectId", "taskId", changes, seq, "previousHash", hash)
SELECT now(), 'bench', 'round.open', 'round.open', 'round', round.id, NULL::int, '{}'::jsonb, 0, '', '' FROM round
UNION ALL SELECT now(), 'bench', 'round.open', 'task.owe', 'owing', NULL::int, NULL::int,
  jsonb_build_object('owing', jsonb_build_array(NULL, jsonb_build_array(jsonb_build_array(NULL, '2024-10-08', jsonb_agg(due.id))))), 0, '', '' FROM due`;

/** Takes back what either of them wrote, but for the journal. */
export const FORGET = `
WITH gone AS (DELETE FROM "RoundOwed" o USING "Round" r WHERE r.id = o."roundId" AND r.title LIKE 'bench%'),
closed AS (UPDATE "Round" SET "closedAt" = now() WHERE title LIKE 'bench%' AND "closedAt" IS NULL)
UPDATE "Task" SET "reportDueDay" = NULL WHERE "reportDueDay" IS NOT NULL`;
