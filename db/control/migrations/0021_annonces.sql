-- What the operator tells everybody, above their pages. `maintenance`: cannot be put away.
CREATE TABLE annonces (
  id TEXT PRIMARY KEY,
  niveau TEXT NOT NULL CHECK (niveau IN ('info', 'attention', 'maintenance')),
  texte_fr TEXT NOT NULL CHECK (length(texte_fr) BETWEEN 3 AND 300),
  texte_en TEXT NOT NULL CHECK (length(texte_en) BETWEEN 3 AND 300),
  from_at INTEGER NOT NULL,
  -- Null: until somebody takes it back, which `ended_at` says.
  until_at INTEGER,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

-- Put away by a person: not shown to them again.
CREATE TABLE annonces_masquees (
  annonce_id TEXT NOT NULL REFERENCES annonces (id),
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (annonce_id, user_id)
) STRICT;
