-- Days are text, compared as text; impossible ones cannot be stored.
CREATE FUNCTION is_day(d text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN d !~ '^\d{4}-\d{2}-\d{2}$' THEN false
    ELSE substr(d,6,2)::int BETWEEN 1 AND 12 AND substr(d,9,2)::int BETWEEN 1 AND
      CASE WHEN substr(d,6,2)::int = 2 THEN
          CASE WHEN (left(d,4)::int % 4 = 0 AND left(d,4)::int % 100 <> 0) OR left(d,4)::int % 400 = 0 THEN 29 ELSE 28 END
        WHEN substr(d,6,2) IN ('04','06','09','11') THEN 30 ELSE 31 END
    END $$;

ALTER TABLE "CalendarDay" ADD CHECK (is_day(day));
ALTER TABLE "Plan" ADD CHECK (is_day("publishedOn")), ADD CHECK (year BETWEEN 2000 AND 2999);
ALTER TABLE "Unit" ADD CHECK (is_day("closedOn")), ADD CHECK ("parentId" <> id), ADD CHECK (btrim(name) <> '');
ALTER TABLE "Unit" DROP CONSTRAINT IF EXISTS "Unit_parentId_name_key";
DROP INDEX IF EXISTS "Unit_parentId_name_key";
CREATE UNIQUE INDEX "Unit_parentId_name_key" ON "Unit" ("parentId", name) NULLS NOT DISTINCT;
ALTER TABLE "Post" ADD CHECK (is_day("closedOn")), ADD CHECK (btrim(name) <> '');
ALTER TABLE "Person" ADD CHECK (is_day("leftOn")), ADD CHECK (btrim(name) <> '');
ALTER TABLE "Holding" ADD CHECK (is_day("fromDay")), ADD CHECK (is_day("toDay")), ADD CHECK ("toDay" IS NULL OR "toDay" >= "fromDay");
CREATE UNIQUE INDEX "Holding_one_open" ON "Holding" ("postId", "personId") WHERE "toDay" IS NULL;

-- The three administrators are separated: such a role stands alone on its account.
ALTER TABLE "Account" ADD CONSTRAINT "Account_admin_roles_stand_alone" CHECK (
  cardinality(roles) <= 1 OR NOT roles && ARRAY['systemAdmin','securityAdmin','auditAdmin']::"Role"[]);
ALTER TABLE "Account" ADD CHECK (name = lower(name) AND name ~ '^[a-z0-9][a-z0-9._-]{1,39}$');
ALTER TABLE "SetupLink" ADD CHECK (id = 1);
ALTER TABLE "JournalHead" ADD CHECK (id = 1);

ALTER TABLE "Task" ALTER COLUMN rank TYPE text COLLATE "C";
ALTER TABLE "Task"
  ADD CONSTRAINT "Task_days" CHECK (is_day("startDay") AND is_day("dueDay") AND is_day("originalDueDay") AND is_day("statusSince")),
  ADD CONSTRAINT "Task_other_days" CHECK (is_day("suspendedUntil") AND is_day("lastCheckInDay")),
  ADD CONSTRAINT "Task_starts_before_due" CHECK ("startDay" <= "dueDay"),
  ADD CONSTRAINT "Task_progress" CHECK (progress BETWEEN 0 AND 100),
  ADD CONSTRAINT "Task_weight" CHECK (weight > 0),
  ADD CONSTRAINT "Task_title" CHECK (btrim(title) <> ''),
  ADD CONSTRAINT "Task_has_owner_once_assigned" CHECK (status IN ('draft','terminated') OR ("ownerPostId" IS NOT NULL AND "leadUnitId" IS NOT NULL)),
  ADD CONSTRAINT "Task_closes_with_evidence" CHECK (status NOT IN ('submitted','closed') OR "evidenceCount" > 0),
  ADD CONSTRAINT "Task_suspended" CHECK ((status = 'suspended') = ("suspendedFrom" IS NOT NULL)),
  ADD CONSTRAINT "Task_evidence_count" CHECK ("evidenceCount" >= 0);
ALTER TABLE "CheckIn" ADD CHECK (is_day(day)), ADD CHECK (progress BETWEEN 0 AND 100), ADD CHECK (btrim(done) <> '' OR progress IS NOT NULL);
ALTER TABLE "Comment" ADD CHECK (btrim(text) <> '');
ALTER TABLE "Evidence" ADD CHECK (sha256 ~ '^[0-9a-f]{64}$'), ADD CHECK (size > 0);
ALTER TABLE "Meeting" ADD CHECK (is_day("heldOn")), ADD CHECK (is_day("sinceDay")), ADD CHECK ("sinceSeq" <= "openedSeq");

-- The journal: numbered without gaps in the order of commits, each row holding the hash of the one before.
INSERT INTO "JournalHead" (id, seq, hash) VALUES (1, 0, repeat('0', 64));

CREATE FUNCTION event_digest(e "Event") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(e.seq, (extract(epoch FROM e.at) * 1000)::bigint,
    (extract(epoch FROM e."recordedAt") * 1000)::bigint, e."accountId", e.actor, e.command, e.kind, e."subjectType", e."subjectId",
    e."taskId", e.changes, e.reason, e.source, e.batch, e."previousHash")::text, 'UTF8')), 'hex') $$;

CREATE FUNCTION journal_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE head "JournalHead";
BEGIN
  -- The head row is locked here, by the last statement of the command's transaction, and let go at its commit.
  SELECT * INTO head FROM "JournalHead" WHERE id = 1 FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW."recordedAt" := date_trunc('milliseconds', clock_timestamp());
  NEW."previousHash" := head.hash;
  NEW.hash := event_digest(NEW);
  UPDATE "JournalHead" SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;
ALTER FUNCTION journal_chain() SET search_path FROM CURRENT;
CREATE TRIGGER journal_chain BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION journal_chain();

CREATE FUNCTION journal_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('guatu_journal', TG_TABLE_SCHEMA || ':' || (SELECT seq FROM "JournalHead" WHERE id = 1));
  RETURN NULL;
END $$;
ALTER FUNCTION journal_announce() SET search_path FROM CURRENT;
CREATE TRIGGER journal_announce AFTER INSERT ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION journal_announce();

-- Not even the owner of the tables changes the journal by accident.
CREATE FUNCTION journal_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the journal is only ever added to' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER journal_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

-- Walks the chain: the first row that does not fit, or nothing.
CREATE FUNCTION journal_first_fault() RETURNS TABLE (seq bigint, fault text) LANGUAGE sql STABLE AS $$
  SELECT seq, fault FROM (
    SELECT e.seq, CASE
        WHEN e.seq <> row_number() OVER w THEN 'gap'
        WHEN e."previousHash" <> coalesce(lag(e.hash) OVER w, repeat('0', 64)) THEN 'chain'
        WHEN e.hash <> event_digest(e) THEN 'content' END AS fault
    FROM "Event" e WINDOW w AS (ORDER BY e.seq)
    UNION ALL
    SELECT h.seq, CASE WHEN h.seq <> coalesce((SELECT max(e.seq) FROM "Event" e), 0) THEN 'tail'
        WHEN h.hash <> coalesce((SELECT e.hash FROM "Event" e ORDER BY e.seq DESC LIMIT 1), repeat('0', 64)) THEN 'tail' END
    FROM "JournalHead" h
  ) walked WHERE fault IS NOT NULL ORDER BY seq LIMIT 1 $$;

-- The application's role. Where the login may not create roles, the check-up says so and the triggers above still hold.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'guatu_app') THEN CREATE ROLE guatu_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL; END $$;
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'guatu_app') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO guatu_app', current_schema);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO guatu_app', current_schema);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO guatu_app', current_schema);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO guatu_app', current_schema);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO guatu_app', current_schema);
    REVOKE UPDATE, DELETE ON "Event" FROM guatu_app;
    REVOKE INSERT, UPDATE, DELETE ON "JournalHead" FROM guatu_app;
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM guatu_app;
    IF NOT pg_has_role(current_user, 'guatu_app', 'MEMBER') THEN EXECUTE format('GRANT guatu_app TO %I', current_user); END IF;
  END IF;
END $$;
