-- What the mail server answered, and why a mail was not sent at all: shown to the société in whose name it was to go.
ALTER TABLE outbox ADD COLUMN answer TEXT;
ALTER TABLE outbox ADD COLUMN skipped TEXT CHECK (skipped IN ('LINK_GONE'));
CREATE INDEX outbox_societe ON outbox (societe_id, id);
