-- Kept totals: what lists and dashboards show without scanning. Triggers move them in the very transaction that issues,
-- cancels or records; a check compares them with the full sums.

-- Amounts are net of avoirs, by month of issue; `encaisse_ttc` by month of receipt.
CREATE TABLE totaux_mensuels (
  mois TEXT NOT NULL PRIMARY KEY CHECK (length(mois) = 7),
  nb_factures INTEGER NOT NULL DEFAULT 0,
  nb_avoirs INTEGER NOT NULL DEFAULT 0,
  nb_annulees INTEGER NOT NULL DEFAULT 0,
  ht INTEGER NOT NULL DEFAULT 0,
  tva INTEGER NOT NULL DEFAULT 0,
  ttc INTEGER NOT NULL DEFAULT 0,
  encaisse_ttc INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Factures with something left to pay, by the day it falls due; `nb_partielles` of them had something paid.
CREATE TABLE encours (
  due_on TEXT NOT NULL PRIMARY KEY,
  nb INTEGER NOT NULL DEFAULT 0 CHECK (nb >= 0),
  nb_partielles INTEGER NOT NULL DEFAULT 0 CHECK (nb_partielles >= 0),
  reste_ttc INTEGER NOT NULL DEFAULT 0 CHECK (reste_ttc >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE effectifs (
  nom TEXT NOT NULL PRIMARY KEY,
  nb INTEGER NOT NULL CHECK (nb >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO effectifs (nom, nb) VALUES
  ('clients.actifs.professionnel', 0), ('clients.archives.professionnel', 0),
  ('clients.actifs.particulier', 0), ('clients.archives.particulier', 0),
  ('produits.actifs', 0), ('produits.archives', 0);

CREATE TRIGGER factures_totaled AFTER UPDATE OF status ON factures WHEN NEW.status <> 'brouillon'
BEGIN
  INSERT INTO totaux_mensuels (mois, nb_factures, nb_avoirs, ht, tva, ttc)
    SELECT substr(NEW.issued_on, 1, 7), sens > 0, sens < 0, sens * NEW.total_ht, sens * NEW.total_tva, sens * NEW.total_ttc
    FROM (SELECT iif(NEW.type = 'facture', 1, -1) AS sens) WHERE true
    ON CONFLICT (mois) DO UPDATE SET nb_factures = nb_factures + excluded.nb_factures,
      nb_avoirs = nb_avoirs + excluded.nb_avoirs,
      ht = ht + excluded.ht, tva = tva + excluded.tva, ttc = ttc + excluded.ttc;
  INSERT INTO encours (due_on, nb, reste_ttc) SELECT NEW.due_key, 1, NEW.total_ttc
    WHERE NEW.type = 'facture' AND NEW.total_ttc > 0
    ON CONFLICT (due_on) DO UPDATE SET nb = nb + 1, reste_ttc = reste_ttc + excluded.reste_ttc;
  UPDATE produits SET uses = uses + 1 WHERE NEW.type = 'facture' AND id IN
    (SELECT produit_id FROM lignes_facture WHERE facture_id = NEW.id AND produit_id IS NOT NULL);
END;

CREATE TRIGGER corrections_totaled AFTER INSERT ON corrections
BEGIN
  UPDATE totaux_mensuels SET nb_annulees = nb_annulees + 1 WHERE mois =
    (SELECT substr(issued_on, 1, 7) FROM soldes WHERE facture_id = NEW.origine_id AND avoirs_ttc = total_ttc);
  UPDATE encours SET
      nb = nb + (s.apres > 0) - (s.avant > 0),
      nb_partielles = nb_partielles + (s.apres > 0 AND s.apres < s.total_ttc) - (s.avant > 0 AND s.avant < s.total_ttc),
      reste_ttc = reste_ttc + max(s.apres, 0) - max(s.avant, 0)
    FROM (SELECT due_on, total_ttc, total_ttc - avoirs_ttc - regle_ttc AS apres,
        total_ttc - avoirs_ttc - regle_ttc + NEW.total_ttc AS avant
      FROM soldes WHERE facture_id = NEW.origine_id) AS s
    WHERE encours.due_on = s.due_on;
END;

CREATE TRIGGER reglements_totaled AFTER INSERT ON reglements
BEGIN
  INSERT INTO totaux_mensuels (mois, encaisse_ttc) VALUES (substr(NEW.received_on, 1, 7), NEW.amount_ttc)
    ON CONFLICT (mois) DO UPDATE SET encaisse_ttc = encaisse_ttc + excluded.encaisse_ttc;
  UPDATE encours SET
      nb = nb + (s.apres > 0) - (s.avant > 0),
      nb_partielles = nb_partielles + (s.apres > 0 AND s.apres < s.total_ttc) - (s.avant > 0 AND s.avant < s.total_ttc),
      reste_ttc = reste_ttc + max(s.apres, 0) - max(s.avant, 0)
    FROM (SELECT due_on, total_ttc, total_ttc - avoirs_ttc - regle_ttc AS apres,
        total_ttc - avoirs_ttc - regle_ttc + NEW.amount_ttc AS avant
      FROM soldes WHERE facture_id = NEW.facture_id) AS s
    WHERE encours.due_on = s.due_on;
END;

CREATE TRIGGER clients_counted_insert AFTER INSERT ON clients
BEGIN
  UPDATE effectifs SET nb = nb + 1
    WHERE nom = iif(NEW.is_archived, 'clients.archives.', 'clients.actifs.') || NEW.type;
END;
CREATE TRIGGER clients_counted_update AFTER UPDATE OF is_archived, type ON clients
WHEN NEW.is_archived <> OLD.is_archived OR NEW.type <> OLD.type
BEGIN
  UPDATE effectifs SET nb = nb - 1
    WHERE nom = iif(OLD.is_archived, 'clients.archives.', 'clients.actifs.') || OLD.type;
  UPDATE effectifs SET nb = nb + 1
    WHERE nom = iif(NEW.is_archived, 'clients.archives.', 'clients.actifs.') || NEW.type;
END;
CREATE TRIGGER clients_counted_delete AFTER DELETE ON clients
BEGIN
  UPDATE effectifs SET nb = nb - 1
    WHERE nom = iif(OLD.is_archived, 'clients.archives.', 'clients.actifs.') || OLD.type;
END;
CREATE TRIGGER produits_counted_insert AFTER INSERT ON produits
BEGIN UPDATE effectifs SET nb = nb + 1 WHERE nom = iif(NEW.is_archived, 'produits.archives', 'produits.actifs'); END;
CREATE TRIGGER produits_counted_update AFTER UPDATE OF is_archived ON produits WHEN NEW.is_archived <> OLD.is_archived
BEGIN
  UPDATE effectifs SET nb = nb + iif(NEW.is_archived, -1, 1) WHERE nom = 'produits.actifs';
  UPDATE effectifs SET nb = nb + iif(NEW.is_archived, 1, -1) WHERE nom = 'produits.archives';
END;
CREATE TRIGGER produits_counted_delete AFTER DELETE ON produits
BEGIN UPDATE effectifs SET nb = nb - 1 WHERE nom = iif(OLD.is_archived, 'produits.archives', 'produits.actifs'); END;
