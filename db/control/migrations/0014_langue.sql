-- The language of a person's pages and mails; null until they choose: the browser's.
ALTER TABLE users ADD COLUMN langue TEXT CHECK (langue IN ('fr', 'en'));
