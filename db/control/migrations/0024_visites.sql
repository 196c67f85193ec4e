-- Visits of the operator's staff in a société, each one asked for, and let in by an administrator of that société.
CREATE TABLE visites (
  id TEXT PRIMARY KEY,
  societe_id TEXT NOT NULL REFERENCES societes (id),
  operator_id TEXT NOT NULL,
  operator_nom TEXT NOT NULL,
  -- What the société reads.
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  asked_at INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('acceptee', 'refusee')),
  answered_at INTEGER,
  answered_nom TEXT,
  -- Ends by itself.
  until_at INTEGER,
  -- Of the one way in, for a minute; null once used.
  token_hash TEXT UNIQUE,
  token_until INTEGER,
  -- Ended, or withdrawn, before its time.
  ended_at INTEGER,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((answer IS 'acceptee') = (until_at IS NOT NULL))
) STRICT;
CREATE INDEX visites_societe ON visites (societe_id, asked_at);

-- A session that visits: it reads one société and writes nothing. It came from a session of the console, which it goes back to.
ALTER TABLE sessions ADD COLUMN visite_id TEXT;
ALTER TABLE sessions ADD COLUMN console_session_id TEXT;
CREATE INDEX sessions_visite ON sessions (visite_id) WHERE visite_id IS NOT NULL;
