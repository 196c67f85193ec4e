-- Sociétés made from a former installation: which of its sociétés became which of ours. An import begun again goes on there.
CREATE TABLE societes_reprises (
  source TEXT NOT NULL,
  -- Its `societe_id` there; '' where the installation was of one société.
  cle TEXT NOT NULL,
  societe_id TEXT NOT NULL UNIQUE REFERENCES societes (id),
  at INTEGER NOT NULL,
  -- Everything the source holds of it was gone through.
  done_at INTEGER,
  PRIMARY KEY (source, cle)
) STRICT, WITHOUT ROWID;
