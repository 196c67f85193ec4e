-- How each person works with the lists: the views they keep, their own or shown to everybody; the view a list opens on, the
-- columns it shows. No fact of the books: neither numbered, nor in the journal.
CREATE TABLE vues (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  liste TEXT NOT NULL CHECK (liste IN ('factures', 'clients', 'produits')),
  nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 60),
  recherche TEXT NOT NULL CHECK (length(recherche) <= 1000),
  user_id TEXT NOT NULL,
  user_nom TEXT NOT NULL,
  is_shared INTEGER NOT NULL DEFAULT 0 CHECK (is_shared IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX vues_of_person ON vues (user_id, liste, nom);
CREATE INDEX vues_shared ON vues (liste) WHERE is_shared = 1;

CREATE TABLE reglages_listes (
  user_id TEXT NOT NULL,
  liste TEXT NOT NULL CHECK (liste IN ('factures', 'clients', 'produits')),
  vue_id TEXT REFERENCES vues (id) ON DELETE SET NULL,
  colonnes TEXT CHECK (json_valid(colonnes)),
  PRIMARY KEY (user_id, liste)
) STRICT, WITHOUT ROWID;
CREATE INDEX reglages_listes_by_vue ON reglages_listes (vue_id) WHERE vue_id IS NOT NULL;
