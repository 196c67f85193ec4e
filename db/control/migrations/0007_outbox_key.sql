-- What a mail tells, so that the same fact told twice is one mail.
ALTER TABLE outbox ADD COLUMN key TEXT;
CREATE UNIQUE INDEX outbox_key ON outbox (key);
