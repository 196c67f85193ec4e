-- The books of a demonstration are made up: every document it issues says so.
ALTER TABLE emetteur ADD COLUMN is_demonstration INTEGER NOT NULL DEFAULT 0 CHECK (is_demonstration IN (0, 1));
