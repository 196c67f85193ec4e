-- Sociétés whose database cannot be opened, read or written: one row while it lasts. Nobody else notices.
CREATE TABLE pannes (
  societe_id TEXT PRIMARY KEY REFERENCES societes (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  why TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
