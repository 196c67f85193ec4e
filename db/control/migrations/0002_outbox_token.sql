-- The account a mail's link is for: its token is drawn when the mail leaves and is stored nowhere in clear.
ALTER TABLE outbox ADD COLUMN token_user_id TEXT REFERENCES users (id);
