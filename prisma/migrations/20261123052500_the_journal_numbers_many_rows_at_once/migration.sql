-- Each row follows the one before it in the same statement, so that the head is read and written once for all of them.
CREATE OR REPLACE FUNCTION journal_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  before_seq bigint;
  before_hash text;
BEGIN
  -- Only a row of this very transaction counts: then the head is locked by us already, and behind it nobody can have written.
  SELECT last.seq, last.hash INTO before_seq, before_hash
    FROM (SELECT e.seq, e.hash, e.xmin FROM "Event" e ORDER BY e.seq DESC LIMIT 1) last WHERE last.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    -- Locked by the last statement of the command's transaction, and let go at its commit.
    SELECT h.seq, h.hash INTO before_seq, before_hash FROM "JournalHead" h WHERE h.id = 1 FOR UPDATE;
  END IF;
  NEW.seq := before_seq + 1;
  NEW."recordedAt" := date_trunc('milliseconds', clock_timestamp());
  NEW."previousHash" := before_hash;
  NEW.hash := event_digest(NEW);
  RETURN NEW;
END $$;
ALTER FUNCTION journal_chain() SET search_path FROM CURRENT;

-- The head moves to the last row of the statement, and then it is announced. A statement that added nothing moves nothing.
CREATE OR REPLACE FUNCTION journal_announce() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE told bigint;
BEGIN
  UPDATE "JournalHead" h SET seq = last.seq, hash = last.hash
    FROM (SELECT e.seq, e.hash, e.xmin FROM "Event" e ORDER BY e.seq DESC LIMIT 1) last
    WHERE h.id = 1 AND last.xmin = pg_current_xact_id()::xid RETURNING h.seq INTO told;
  IF FOUND THEN PERFORM pg_notify('guatu_journal', TG_TABLE_SCHEMA || ':' || told); END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION journal_announce() SET search_path FROM CURRENT;

-- The same rule as before. As an SQL function it was parsed anew for each day of each written row, which cost more than the writing.
CREATE OR REPLACE FUNCTION is_day(d text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN CASE WHEN d !~ '^\d{4}-\d{2}-\d{2}$' THEN false
    ELSE substr(d,6,2)::int BETWEEN 1 AND 12 AND substr(d,9,2)::int BETWEEN 1 AND
      CASE WHEN substr(d,6,2)::int = 2 THEN
          CASE WHEN (left(d,4)::int % 4 = 0 AND left(d,4)::int % 100 <> 0) OR left(d,4)::int % 400 = 0 THEN 29 ELSE 28 END
        WHEN substr(d,6,2) IN ('04','06','09','11') THEN 30 ELSE 31 END
    END;
END $$;
