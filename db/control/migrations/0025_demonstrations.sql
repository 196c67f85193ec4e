-- Sociétés to try the product in: furnished with made-up books, one person's each, no customers of the service. The mark
-- outlives them: what remains of a société that is gone is not counted either.
ALTER TABLE societes ADD COLUMN is_demonstration INTEGER NOT NULL DEFAULT 0 CHECK (is_demonstration IN (0, 1));

-- Whose it is, while it lasts: one a person.
CREATE TABLE demonstrations (
  societe_id TEXT PRIMARY KEY REFERENCES societes (id),
  user_id TEXT NOT NULL UNIQUE REFERENCES users (id),
  created_at INTEGER NOT NULL
) STRICT;
