-- What the last nightly check of the chain found: one row, replaced.
CREATE TABLE verifications (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  -- Null: everything held.
  fault TEXT
) STRICT;
