-- A row of the sheet may be a subtotal. SQLite changes no CHECK: the table is made anew, its rows are copied as they are, those of
-- issued documents included, and its guards are put back word for word.
CREATE TABLE lignes_neuves (
  facture_id TEXT NOT NULL REFERENCES factures (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('ligne', 'section', 'texte', 'sous_total')),
  designation TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL DEFAULT 0,
  unit TEXT NOT NULL DEFAULT 'C62',
  unit_price_ht INTEGER NOT NULL DEFAULT 0,
  rate INTEGER NOT NULL DEFAULT 0,
  nature TEXT NOT NULL DEFAULT 'service' CHECK (nature IN ('bien', 'service')),
  produit_id TEXT REFERENCES produits (id),
  ajustements TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ajustements)),
  net_ht INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (facture_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO lignes_neuves (facture_id, position, kind, designation, description, quantity, unit, unit_price_ht, rate, nature,
  produit_id, ajustements, net_ht)
SELECT facture_id, position, kind, designation, description, quantity, unit, unit_price_ht, rate, nature, produit_id, ajustements,
  net_ht FROM lignes_facture ORDER BY facture_id, position;

DROP TABLE lignes_facture;

-- Triggers of other tables read the table by its name while it has none: they are not to be looked at meanwhile.
PRAGMA legacy_alter_table = ON;
ALTER TABLE lignes_neuves RENAME TO lignes_facture;
PRAGMA legacy_alter_table = OFF;

CREATE TRIGGER lignes_frozen_insert BEFORE INSERT ON lignes_facture
WHEN EXISTS (SELECT 1 FROM factures WHERE id = NEW.facture_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'FACTURE_FROZEN'); END;
CREATE TRIGGER lignes_frozen_update BEFORE UPDATE ON lignes_facture
WHEN NEW.facture_id <> OLD.facture_id
  OR EXISTS (SELECT 1 FROM factures WHERE id = OLD.facture_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'FACTURE_FROZEN'); END;
CREATE TRIGGER lignes_frozen_delete BEFORE DELETE ON lignes_facture
WHEN EXISTS (SELECT 1 FROM factures WHERE id = OLD.facture_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'FACTURE_FROZEN'); END;
