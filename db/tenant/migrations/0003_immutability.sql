-- What may never happen, whoever asks: these hold under raw SQL and under INSERT/UPDATE OR REPLACE, which deletes the
-- rows it collides with WITHOUT firing delete triggers (recursive_triggers is off), hence the BEFORE INSERT guards.

-- Numbering (CGI ann. II 242 nonies A): a rank exists only through an issued facture, and steps by one.
CREATE TRIGGER compteurs_born BEFORE INSERT ON compteurs
WHEN EXISTS (SELECT 1 FROM compteurs WHERE serie = NEW.serie AND exercice = NEW.exercice)
  OR (NEW.dernier <> 0 AND EXISTS (SELECT 1 FROM factures WHERE serie = NEW.serie AND exercice >= 0))
BEGIN SELECT RAISE(ABORT, 'COMPTEUR_BORN'); END;

CREATE TRIGGER compteurs_step BEFORE UPDATE ON compteurs
WHEN NEW.serie <> OLD.serie OR NEW.exercice <> OLD.exercice
  OR (EXISTS (SELECT 1 FROM factures WHERE serie = OLD.serie AND exercice >= 0)
    AND (NEW.dernier <> OLD.dernier + 1 OR NEW.dernier_on < OLD.dernier_on
      OR NOT EXISTS (SELECT 1 FROM factures WHERE serie = NEW.serie AND exercice = NEW.exercice
        AND rang = NEW.dernier AND issued_on = NEW.dernier_on)))
BEGIN SELECT RAISE(ABORT, 'COMPTEUR_STEP'); END;

CREATE TRIGGER compteurs_kept BEFORE DELETE ON compteurs
WHEN EXISTS (SELECT 1 FROM factures WHERE serie = OLD.serie AND exercice >= 0)
BEGIN SELECT RAISE(ABORT, 'COMPTEUR_KEPT'); END;

CREATE TRIGGER series_locked BEFORE UPDATE ON series
WHEN NEW.code <> OLD.code OR EXISTS (SELECT 1 FROM factures WHERE serie = OLD.code AND exercice >= 0)
BEGIN SELECT RAISE(ABORT, 'SERIE_LOCKED'); END;
CREATE TRIGGER series_born BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM series WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'SERIE_LOCKED'); END;
CREATE TRIGGER series_kept BEFORE DELETE ON series BEGIN SELECT RAISE(ABORT, 'SERIE_LOCKED'); END;

-- A facture is born a brouillon, never in the place of a numbered one; it gets its number once, issued or imported, and
-- nothing of it changes any more.
CREATE TRIGGER factures_born BEFORE INSERT ON factures
WHEN NEW.status <> 'brouillon' OR NEW.number IS NOT NULL
  OR EXISTS (SELECT 1 FROM factures WHERE id = NEW.id AND number IS NOT NULL)
  OR EXISTS (SELECT 1 FROM factures WHERE rowid = NEW.rowid AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'FACTURE_BORN'); END;

CREATE TRIGGER factures_frozen BEFORE UPDATE ON factures
WHEN OLD.number IS NOT NULL OR NEW.id <> OLD.id OR NEW.rowid <> OLD.rowid OR NEW.type <> OLD.type
  OR NEW.origine_id IS NOT OLD.origine_id
BEGIN SELECT RAISE(ABORT, 'FACTURE_FROZEN'); END;

CREATE TRIGGER factures_kept BEFORE DELETE ON factures WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'FACTURE_KEPT'); END;

-- The next rank of its serie, in the exercice of its day, never before the last one, with its content frozen beside it,
-- and for an avoir with what it takes off its facture. An imported one brings its own number, which nobody has.
CREATE TRIGGER factures_drawn BEFORE UPDATE OF status, number, rang ON factures
WHEN OLD.number IS NULL AND NEW.number IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'FACTURE_RANG')
  WHERE EXISTS (SELECT 1 FROM factures WHERE number = NEW.number) OR NEW.status = 'emise' AND (
    NEW.rang IS NOT coalesce((SELECT dernier FROM compteurs
        WHERE serie = NEW.serie AND exercice = NEW.exercice), 0) + 1
      OR NEW.issued_on < (SELECT max(dernier_on) FROM compteurs WHERE serie = NEW.serie)
      OR NEW.exercice IS NOT (SELECT iif(reset = 'yearly', CAST(substr(NEW.issued_on, 1, 4) AS INTEGER), 0)
        FROM series WHERE code = NEW.serie));
  SELECT RAISE(ABORT, 'FACTURE_EMISSION')
  WHERE NEW.status = 'emise' AND (NOT EXISTS (SELECT 1 FROM emissions WHERE facture_id = NEW.id)
    OR NEW.type = 'avoir' AND NOT EXISTS (SELECT 1 FROM corrections
      WHERE avoir_id = NEW.id AND origine_id = NEW.origine_id AND total_ttc = NEW.total_ttc));
END;

CREATE TRIGGER factures_counted AFTER UPDATE OF status ON factures WHEN NEW.status = 'emise'
BEGIN
  INSERT INTO compteurs (serie, exercice) SELECT NEW.serie, NEW.exercice
    WHERE NOT EXISTS (SELECT 1 FROM compteurs WHERE serie = NEW.serie AND exercice = NEW.exercice);
  UPDATE compteurs SET dernier = NEW.rang, dernier_on = NEW.issued_on
    WHERE serie = NEW.serie AND exercice = NEW.exercice;
  -- No document without the task that draws it.
  INSERT INTO taches (kind, entity_id, next_at) VALUES ('render', NEW.id, NEW.issued_at);
END;

-- Avoirs correct an issued facture, together for no more than it (BOI-TVA-DECLA-30-20-20-20).
CREATE TRIGGER corrections_born BEFORE INSERT ON corrections
BEGIN
  SELECT RAISE(ABORT, 'CORRECTION_BORN') WHERE EXISTS (SELECT 1 FROM corrections WHERE avoir_id = NEW.avoir_id)
    OR NOT EXISTS (SELECT 1 FROM factures WHERE id = NEW.avoir_id AND type = 'avoir' AND status = 'brouillon'
      AND origine_id = NEW.origine_id AND total_ttc = NEW.total_ttc);
  SELECT RAISE(ABORT, 'AVOIR_EXCEEDS') WHERE NEW.total_ttc > coalesce(
    (SELECT total_ttc - avoirs_ttc FROM soldes WHERE facture_id = NEW.origine_id), -1);
END;
CREATE TRIGGER corrections_frozen BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'CORRECTION_FROZEN'); END;
CREATE TRIGGER corrections_kept BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'CORRECTION_FROZEN'); END;

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

CREATE TRIGGER emissions_born BEFORE INSERT ON emissions
WHEN NOT EXISTS (SELECT 1 FROM factures WHERE id = NEW.facture_id AND status = 'brouillon')
  OR EXISTS (SELECT 1 FROM emissions WHERE facture_id = NEW.facture_id)
BEGIN SELECT RAISE(ABORT, 'EMISSION_BORN'); END;
CREATE TRIGGER emissions_frozen BEFORE UPDATE ON emissions BEGIN SELECT RAISE(ABORT, 'EMISSION_FROZEN'); END;
CREATE TRIGGER emissions_kept BEFORE DELETE ON emissions BEGIN SELECT RAISE(ABORT, 'EMISSION_FROZEN'); END;

-- A second archive of the same document is ignored: ON CONFLICT DO NOTHING stays quiet, REPLACE does nothing.
CREATE TRIGGER archives_born BEFORE INSERT ON archives
BEGIN
  SELECT RAISE(ABORT, 'ARCHIVE_BORN')
  WHERE NOT EXISTS (SELECT 1 FROM factures WHERE id = NEW.facture_id AND status = 'emise');
  SELECT RAISE(IGNORE) WHERE EXISTS (SELECT 1 FROM archives WHERE facture_id = NEW.facture_id);
END;
CREATE TRIGGER archives_frozen BEFORE UPDATE ON archives BEGIN SELECT RAISE(ABORT, 'ARCHIVE_FROZEN'); END;
CREATE TRIGGER archives_kept BEFORE DELETE ON archives BEGIN SELECT RAISE(ABORT, 'ARCHIVE_FROZEN'); END;

-- Règlements: on a numbered facture, never beyond what is owed, undone once by their exact opposite.
CREATE TRIGGER reglements_born BEFORE INSERT ON reglements
BEGIN
  SELECT RAISE(ABORT, 'REGLEMENT_FROZEN') WHERE EXISTS (SELECT 1 FROM reglements WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM reglements WHERE reverses_id = NEW.reverses_id);
  SELECT RAISE(ABORT, 'REGLEMENT_FACTURE')
  WHERE NOT EXISTS (SELECT 1 FROM soldes WHERE facture_id = NEW.facture_id);
  SELECT RAISE(ABORT, 'REGLEMENT_REVERSAL') WHERE NEW.reverses_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM reglements WHERE id = NEW.reverses_id AND facture_id = NEW.facture_id
      AND amount_ttc = -NEW.amount_ttc AND reverses_id IS NULL);
  SELECT RAISE(ABORT, 'REGLEMENT_EXCEEDS') WHERE NEW.reverses_id IS NULL AND (SELECT
      iif(NEW.amount_ttc > 0, NEW.amount_ttc > total_ttc - avoirs_ttc - regle_ttc,
        NEW.amount_ttc < total_ttc - avoirs_ttc - regle_ttc)
    FROM soldes WHERE facture_id = NEW.facture_id);
END;
CREATE TRIGGER reglements_frozen BEFORE UPDATE ON reglements BEGIN SELECT RAISE(ABORT, 'REGLEMENT_FROZEN'); END;
CREATE TRIGGER reglements_kept BEFORE DELETE ON reglements BEGIN SELECT RAISE(ABORT, 'REGLEMENT_FROZEN'); END;

CREATE TRIGGER journal_chained BEFORE INSERT ON journal
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM journal)
  OR NEW.prev_hash IS NOT coalesce((SELECT hash FROM journal ORDER BY id DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'JOURNAL_CHAIN'); END;
CREATE TRIGGER journal_frozen BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'JOURNAL_FROZEN'); END;
CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'JOURNAL_FROZEN'); END;

CREATE TRIGGER logos_born BEFORE INSERT ON logos
WHEN EXISTS (SELECT 1 FROM logos WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER logos_frozen BEFORE UPDATE ON logos BEGIN SELECT RAISE(ABORT, 'LOGO_FROZEN'); END;
CREATE TRIGGER logos_kept BEFORE DELETE ON logos BEGIN SELECT RAISE(ABORT, 'LOGO_FROZEN'); END;

CREATE TRIGGER idempotences_frozen BEFORE UPDATE ON idempotences
BEGIN SELECT RAISE(ABORT, 'IDEMPOTENCE_FROZEN'); END;

-- What is owed on each numbered facture: always computed, never stored.
CREATE VIEW soldes AS
SELECT f.id AS facture_id, f.client_id, f.due_key AS due_on, f.issued_on, f.total_ttc,
  coalesce((SELECT sum(c.total_ttc) FROM corrections c WHERE c.origine_id = f.id), 0) AS avoirs_ttc,
  coalesce((SELECT sum(r.amount_ttc) FROM reglements r WHERE r.facture_id = f.id), 0) AS regle_ttc
FROM factures f WHERE f.type = 'facture' AND f.number IS NOT NULL;
