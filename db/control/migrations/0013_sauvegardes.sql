-- Backups of the service, one row a run; the backup itself is the manifest in the backup folder.
CREATE TABLE sauvegardes (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('nightly', 'asked')),
  state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'partial', 'failed')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  societes INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  error TEXT
) STRICT;
CREATE INDEX sauvegardes_started ON sauvegardes (started_at);

-- The last good copy of each société, the last failure since, and the last rehearsal of its restore.
CREATE TABLE copies (
  societe_id TEXT PRIMARY KEY REFERENCES societes (id) ON DELETE CASCADE,
  sauvegarde_id TEXT,
  saved_at INTEGER,
  bytes INTEGER NOT NULL DEFAULT 0,
  failed_at INTEGER,
  failure TEXT,
  rehearsed_at INTEGER,
  rehearsed_id TEXT,
  rehearsal_failure TEXT,
  restored_at INTEGER
) STRICT;
CREATE INDEX copies_rehearsed ON copies (rehearsed_at);
