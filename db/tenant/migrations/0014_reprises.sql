-- What was taken over from a former tool, row by row: an import that is begun again takes nothing twice.
CREATE TABLE reprises (
  objet TEXT NOT NULL CHECK (objet IN ('client', 'produit', 'facture')),
  -- Key of the row in the former database, as text.
  cle TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (objet, cle)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reprises_frozen BEFORE UPDATE ON reprises BEGIN SELECT RAISE(ABORT, 'REPRISE_FROZEN'); END;
CREATE TRIGGER reprises_kept BEFORE DELETE ON reprises BEGIN SELECT RAISE(ABORT, 'REPRISE_FROZEN'); END;
