CREATE TABLE societes (
  id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  slug TEXT NOT NULL UNIQUE,
  nom TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('provisioning', 'active', 'maintenance')),
  generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
  schema_version INTEGER NOT NULL DEFAULT 0,
  migration_state TEXT NOT NULL DEFAULT 'pending'
    CHECK (migration_state IN ('up_to_date', 'pending', 'failed')),
  migration_error TEXT,
  migration_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  email_key TEXT NOT NULL UNIQUE,
  username TEXT NOT NULL UNIQUE COLLATE NOCASE,
  password_hash TEXT NOT NULL,
  prenom TEXT,
  nom TEXT,
  is_super_admin INTEGER NOT NULL DEFAULT 0 CHECK (is_super_admin IN (0, 1)),
  email_verified_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
  user_id TEXT NOT NULL REFERENCES users (id),
  societe_id TEXT NOT NULL REFERENCES societes (id),
  role TEXT NOT NULL CHECK (role IN ('admin', 'employe', 'comptable')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, societe_id)
) STRICT;
CREATE INDEX memberships_societe ON memberships (societe_id);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  societe_id TEXT REFERENCES societes (id),
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  ip TEXT,
  agent TEXT
) STRICT;
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('password_reset', 'email_verification')),
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tokens_user ON tokens (user_id, kind);

CREATE TABLE throttles (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count >= 0),
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;
CREATE INDEX throttles_since ON throttles (since);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  "to" TEXT NOT NULL,
  subject TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'sent', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at INTEGER NOT NULL,
  last_error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  societe_id TEXT REFERENCES societes (id)
) STRICT;
CREATE INDEX outbox_due ON outbox (status, next_at);
CREATE INDEX outbox_created ON outbox (created_at);

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  user_id TEXT,
  societe_id TEXT,
  ip TEXT,
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details))
) STRICT;
CREATE INDEX audit_societe ON audit (societe_id, at);
CREATE INDEX audit_user ON audit (user_id, at);

CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'AUDIT_FROZEN'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'AUDIT_KEPT'); END;
CREATE TRIGGER audit_once BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'AUDIT_FROZEN'); END;
