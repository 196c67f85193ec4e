-- The second factor of each person, sealed under APP_SECRET; the step of the last code taken, so that none serves twice.
ALTER TABLE users ADD COLUMN totp_secret TEXT;
ALTER TABLE users ADD COLUMN totp_step INTEGER;
-- A secret shown but not yet proved by a first code.
ALTER TABLE users ADD COLUMN totp_pending TEXT;
-- When the session was proved by a second factor.
ALTER TABLE sessions ADD COLUMN second_factor_at INTEGER;
-- A société may ask it of everybody who enters.
ALTER TABLE societes ADD COLUMN asks_second_factor INTEGER NOT NULL DEFAULT 0 CHECK (asks_second_factor IN (0, 1));

CREATE TABLE recovery_codes (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX recovery_codes_user ON recovery_codes (user_id);

-- The codes of the last draw, sealed, until they are written down or a quarter of an hour is over.
CREATE TABLE recovery_sheets (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  sealed TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  credential_id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  nom TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL CHECK (counter >= 0),
  transports TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(transports)),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;
CREATE INDEX passkeys_user ON passkeys (user_id);

CREATE TABLE passkey_challenges (
  hash TEXT PRIMARY KEY,
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('registration', 'login', 'second_factor')),
  expires_at INTEGER NOT NULL,
  CHECK ((user_id IS NULL) = (kind = 'login'))
) STRICT;
CREATE INDEX passkey_challenges_expires ON passkey_challenges (expires_at);

-- The password was right, the second factor is awaited.
CREATE TABLE pending_logins (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pending_logins_user ON pending_logins (user_id);
CREATE INDEX pending_logins_expires ON pending_logins (expires_at);

CREATE TABLE email_changes (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  old_confirmed_at INTEGER,
  new_confirmed_at INTEGER,
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- More kinds of links, and what each is about: an address, a change of address.
CREATE TABLE tokens_of_links (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL
    CHECK (kind IN ('password_reset', 'email_verification', 'email_change_old', 'email_change_new')),
  subject TEXT,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO tokens_of_links (hash, user_id, kind, expires_at, used_at, created_at)
  SELECT hash, user_id, kind, expires_at, used_at, created_at FROM tokens;
DROP TABLE tokens;
ALTER TABLE tokens_of_links RENAME TO tokens;
CREATE INDEX tokens_user ON tokens (user_id, kind);

ALTER TABLE outbox ADD COLUMN token_kind TEXT;
ALTER TABLE outbox ADD COLUMN token_subject TEXT;
UPDATE outbox SET token_kind = 'password_reset' WHERE token_user_id IS NOT NULL;
