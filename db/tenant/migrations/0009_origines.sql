-- From where a line of the journal was written. The line keeps the sha-256 of this row, salt included, under its own
-- hash; the address itself can be forgotten (GDPR art. 5.1.e) while the chain still verifies.
CREATE TABLE origines (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64),
  -- YYYY-MM, UTC: one row a month for each address and device.
  mois TEXT NOT NULL CHECK (length(mois) = 7),
  ip TEXT NOT NULL,
  agent TEXT NOT NULL,
  sel TEXT NOT NULL,
  UNIQUE (mois, ip, agent)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER origines_frozen BEFORE UPDATE ON origines BEGIN SELECT RAISE(ABORT, 'ORIGINE_FROZEN'); END;

-- Null on older lines, whose hash is of version 1, and on what the service does by itself.
ALTER TABLE journal ADD COLUMN origine TEXT;
CREATE INDEX journal_by_actor ON journal (actor_id);
