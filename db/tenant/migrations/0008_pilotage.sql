-- What the dashboard shows, kept in the very transaction that issues, corrects or records, as in 0005: the page costs the
-- same at a thousand factures and at a million.

-- Of the factures issued that month: their total, what avoirs took off since, what has been paid since. And how many
-- payments were received in that month.
ALTER TABLE totaux_mensuels ADD COLUMN factures_ttc INTEGER NOT NULL DEFAULT 0;
ALTER TABLE totaux_mensuels ADD COLUMN corrige_ttc INTEGER NOT NULL DEFAULT 0;
ALTER TABLE totaux_mensuels ADD COLUMN regle_ttc INTEGER NOT NULL DEFAULT 0;
ALTER TABLE totaux_mensuels ADD COLUMN nb_reglements INTEGER NOT NULL DEFAULT 0;

-- Net of avoirs, by day of issue: a year compared with the one before at the same day.
CREATE TABLE totaux_journaliers (
  jour TEXT NOT NULL PRIMARY KEY CHECK (length(jour) = 10),
  ht INTEGER NOT NULL DEFAULT 0,
  ttc INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Net of avoirs, by year of issue.
CREATE TABLE totaux_clients (
  annee TEXT NOT NULL CHECK (length(annee) = 4),
  client_id TEXT NOT NULL REFERENCES clients (id),
  nb_factures INTEGER NOT NULL DEFAULT 0,
  ht INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (annee, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX totaux_clients_by_ht ON totaux_clients (annee, ht);

-- TVA by the month it falls due (CGI 269, 2): delivery for goods, issue under the option « débits », payment for services.
-- Which of them a document follows is frozen in its content (BT-8: 29, 5, 72).
CREATE TABLE totaux_tva (
  mois TEXT NOT NULL CHECK (length(mois) = 7),
  category TEXT NOT NULL,
  rate INTEGER NOT NULL,
  base INTEGER NOT NULL DEFAULT 0,
  tva INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (mois, category, rate)
) STRICT, WITHOUT ROWID;

-- The part of each rate in a payment of services. Its parts and those before it come to the rate's share of all that is
-- paid, so that a facture paid in full has declared its TVA to the cent.
CREATE TABLE tva_reglements (
  facture_id TEXT NOT NULL REFERENCES factures (id),
  reglement_id TEXT NOT NULL REFERENCES reglements (id),
  category TEXT NOT NULL,
  rate INTEGER NOT NULL,
  base INTEGER NOT NULL,
  tva INTEGER NOT NULL,
  PRIMARY KEY (facture_id, reglement_id, category, rate)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER tva_reglements_frozen BEFORE UPDATE ON tva_reglements
BEGIN SELECT RAISE(ABORT, 'TVA_FROZEN'); END;
CREATE TRIGGER tva_reglements_kept BEFORE DELETE ON tva_reglements
BEGIN SELECT RAISE(ABORT, 'TVA_FROZEN'); END;

-- The TVA groups of what is due on payment, with their share of what is paid. Whole numbers only: the product of two
-- amounts does not fit 64 bits, so the payment is taken in two halves, millions and the rest.
CREATE VIEW tva_payee AS
SELECT facture_id, category, rate,
  s * sign(base) * (abs(base) * haut / t * 1000000 + (abs(base) * haut % t * 2000000 + abs(base) * bas * 2 + t) / (t * 2))
    AS base,
  s * sign(tva) * (abs(tva) * haut / t * 1000000 + (abs(tva) * haut % t * 2000000 + abs(tva) * bas * 2 + t) / (t * 2))
    AS tva
FROM (
  SELECT s.facture_id, g.value ->> 'category' AS category, g.value ->> 'rate' AS rate,
    g.value ->> 'baseHt' AS base, g.value ->> 'tva' AS tva,
    sign(s.total_ttc) * sign(s.regle_ttc) AS s, abs(s.total_ttc) AS t,
    abs(s.regle_ttc) / 1000000 AS haut, abs(s.regle_ttc) % 1000000 AS bas
  FROM soldes s JOIN emissions e ON e.facture_id = s.facture_id, json_each(e.snapshot, '$.totals.tva') g
  WHERE e.snapshot ->> 'tvaDueCode' = '72' AND s.total_ttc <> 0);

-- TVA due without waiting for a payment; an avoir takes off in the month it is issued (CGI 272, 1).
CREATE VIEW tva_facturee AS
SELECT f.id AS facture_id, g.value ->> 'category' AS category, g.value ->> 'rate' AS rate,
  substr(iif(f.type = 'facture' AND e.snapshot ->> 'tvaDueCode' = '29', coalesce(f.delivered_on, f.issued_on), f.issued_on), 1, 7)
    AS mois,
  iif(f.type = 'facture', 1, -1) * (g.value ->> 'baseHt') AS base,
  iif(f.type = 'facture', 1, -1) * (g.value ->> 'tva') AS tva
FROM factures f JOIN emissions e ON e.facture_id = f.id, json_each(e.snapshot, '$.totals.tva') g
WHERE f.number IS NOT NULL AND e.snapshot ->> 'tvaDueCode' IS NOT '72';

CREATE TRIGGER factures_followed AFTER UPDATE OF status ON factures WHEN NEW.status <> 'brouillon'
BEGIN
  INSERT INTO totaux_mensuels (mois, factures_ttc) SELECT substr(NEW.issued_on, 1, 7), NEW.total_ttc WHERE NEW.type = 'facture'
    ON CONFLICT (mois) DO UPDATE SET factures_ttc = factures_ttc + excluded.factures_ttc;
  INSERT INTO totaux_journaliers (jour, ht, ttc)
    SELECT NEW.issued_on, sens * NEW.total_ht, sens * NEW.total_ttc
    FROM (SELECT iif(NEW.type = 'facture', 1, -1) AS sens) WHERE true
    ON CONFLICT (jour) DO UPDATE SET ht = ht + excluded.ht, ttc = ttc + excluded.ttc;
  INSERT INTO totaux_clients (annee, client_id, nb_factures, ht)
    SELECT substr(NEW.issued_on, 1, 4), NEW.client_id, sens > 0, sens * NEW.total_ht
    FROM (SELECT iif(NEW.type = 'facture', 1, -1) AS sens) WHERE NEW.client_id IS NOT NULL
    ON CONFLICT (annee, client_id) DO UPDATE SET nb_factures = nb_factures + excluded.nb_factures, ht = ht + excluded.ht;
  INSERT INTO totaux_tva (mois, category, rate, base, tva)
    SELECT mois, category, rate, base, tva FROM tva_facturee WHERE facture_id = NEW.id
    ON CONFLICT (mois, category, rate) DO UPDATE SET base = base + excluded.base, tva = tva + excluded.tva;
END;

CREATE TRIGGER corrections_followed AFTER INSERT ON corrections
BEGIN
  UPDATE totaux_mensuels SET corrige_ttc = corrige_ttc + NEW.total_ttc
    WHERE mois = (SELECT substr(issued_on, 1, 7) FROM factures WHERE id = NEW.origine_id);
END;

CREATE TRIGGER reglements_followed AFTER INSERT ON reglements
BEGIN
  UPDATE totaux_mensuels SET regle_ttc = regle_ttc + NEW.amount_ttc
    WHERE mois = (SELECT substr(issued_on, 1, 7) FROM factures WHERE id = NEW.facture_id);
  INSERT INTO totaux_mensuels (mois, nb_reglements)
    VALUES (substr(NEW.received_on, 1, 7), iif(NEW.reverses_id IS NULL, 1, -1))
    ON CONFLICT (mois) DO UPDATE SET nb_reglements = nb_reglements + excluded.nb_reglements;
  INSERT INTO tva_reglements (facture_id, reglement_id, category, rate, base, tva)
    SELECT facture_id, NEW.id, category, rate,
      base - coalesce((SELECT sum(a.base) FROM tva_reglements a
        WHERE a.facture_id = p.facture_id AND a.category = p.category AND a.rate = p.rate), 0),
      tva - coalesce((SELECT sum(a.tva) FROM tva_reglements a
        WHERE a.facture_id = p.facture_id AND a.category = p.category AND a.rate = p.rate), 0)
    FROM tva_payee p WHERE facture_id = NEW.facture_id;
  INSERT INTO totaux_tva (mois, category, rate, base, tva)
    SELECT substr(NEW.received_on, 1, 7), category, rate, base, tva FROM tva_reglements
    WHERE facture_id = NEW.facture_id AND reglement_id = NEW.id
    ON CONFLICT (mois, category, rate) DO UPDATE SET base = base + excluded.base, tva = tva + excluded.tva;
END;

CREATE INDEX reglements_by_day ON reglements (received_on, facture_id);

-- What was issued and paid before.
INSERT INTO totaux_journaliers (jour, ht, ttc)
  SELECT issued_on, sum(iif(type = 'facture', total_ht, -total_ht)), sum(iif(type = 'facture', total_ttc, -total_ttc))
  FROM factures WHERE number IS NOT NULL GROUP BY issued_on;
INSERT INTO totaux_clients (annee, client_id, nb_factures, ht)
  SELECT substr(issued_on, 1, 4), client_id, sum(type = 'facture'), sum(iif(type = 'facture', total_ht, -total_ht))
  FROM factures WHERE number IS NOT NULL AND client_id IS NOT NULL GROUP BY 1, 2;
UPDATE totaux_mensuels SET
  factures_ttc = coalesce((SELECT sum(total_ttc) FROM factures
    WHERE type = 'facture' AND number IS NOT NULL AND issued_on BETWEEN mois || '-01' AND mois || '-31'), 0),
  corrige_ttc = coalesce((SELECT sum(c.total_ttc) FROM factures f JOIN corrections c ON c.origine_id = f.id
    WHERE f.issued_on BETWEEN mois || '-01' AND mois || '-31'), 0),
  regle_ttc = coalesce((SELECT sum(r.amount_ttc) FROM factures f JOIN reglements r ON r.facture_id = f.id
    WHERE f.issued_on BETWEEN mois || '-01' AND mois || '-31'), 0),
  nb_reglements = coalesce((SELECT sum(iif(reverses_id IS NULL, 1, -1)) FROM reglements
    WHERE received_on BETWEEN mois || '-01' AND mois || '-31'), 0);
-- Payments made before now are told apart no further: the last one of a facture carries the TVA of all of them.
INSERT INTO tva_reglements (facture_id, reglement_id, category, rate, base, tva)
  SELECT p.facture_id, r.id, p.category, p.rate, p.base, p.tva
  FROM tva_payee p JOIN reglements r ON r.facture_id = p.facture_id
  WHERE r.id = (SELECT l.id FROM reglements l WHERE l.facture_id = p.facture_id ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1);
INSERT INTO totaux_tva (mois, category, rate, base, tva)
  SELECT mois, category, rate, sum(base), sum(tva) FROM (
    SELECT mois, category, rate, base, tva FROM tva_facturee
    UNION ALL SELECT substr(r.received_on, 1, 7), t.category, t.rate, t.base, t.tva
      FROM tva_reglements t JOIN reglements r ON r.id = t.reglement_id)
  GROUP BY mois, category, rate;
