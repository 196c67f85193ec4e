-- Who was asked to join a société, and as what. The link's secret is kept as its SHA-256, drawn when the mail leaves.
-- Ids of people are kept after the row they name is gone.
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  societe_id TEXT NOT NULL REFERENCES societes (id),
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'employe', 'comptable')),
  may_issue INTEGER NOT NULL CHECK (may_issue IN (0, 1)),
  may_see_others_amounts INTEGER NOT NULL CHECK (may_see_others_amounts IN (0, 1)),
  may_export INTEGER NOT NULL CHECK (may_export IN (0, 1) AND (may_export = 0 OR may_see_others_amounts = 1)),
  invited_by TEXT NOT NULL,
  mail_id TEXT NOT NULL,
  token_hash TEXT UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  joined_at INTEGER,
  revoked_at INTEGER,
  CHECK (joined_at IS NULL OR revoked_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX invitations_pending ON invitations (societe_id, email_key)
  WHERE joined_at IS NULL AND revoked_at IS NULL;

-- Whose invitation a mail's link is, and in whose name the mail goes out.
ALTER TABLE outbox ADD COLUMN token_invitation_id TEXT;
ALTER TABLE outbox ADD COLUMN sender TEXT;

-- When the person was last seen in this société.
ALTER TABLE memberships ADD COLUMN last_seen_at INTEGER;
