-- Factures by their subject (« objet »): any substring of 3 characters or more. Subjects repeat a lot: each different one is
-- indexed once, and its factures are found along an index of their own. A facture without a subject costs nothing.
CREATE TABLE objets (
  seq INTEGER PRIMARY KEY,
  subject TEXT NOT NULL UNIQUE CHECK (subject <> '')
) STRICT;
CREATE INDEX factures_by_subject ON factures (subject, id) WHERE subject <> '';

-- `fold` of server/domain/search.ts, shared between the tokenizer (case, accents) and the trigger (ligatures, spaces).
CREATE VIRTUAL TABLE objets_search USING fts5(search, tokenize = 'trigram remove_diacritics 1');
CREATE TRIGGER objets_search_insert AFTER INSERT ON objets
BEGIN
  INSERT INTO objets_search (rowid, search)
  VALUES (NEW.seq, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(NEW.subject, 'Œ', 'oe'), 'œ', 'oe'), 'Æ', 'ae'), 'æ', 'ae'), 'ß', 'ss'), 'Ø', 'o'), 'ø', 'o'), 'Đ', 'd'),
    'đ', 'd'), 'Ł', 'l'), 'ł', 'l'), '’', ''''), char(160), ' '), char(8239), ' '));
END;
CREATE TRIGGER objets_search_delete AFTER DELETE ON objets
BEGIN DELETE FROM objets_search WHERE rowid = OLD.seq; END;

INSERT INTO objets (subject) SELECT DISTINCT subject FROM factures WHERE subject <> '' ORDER BY subject;

CREATE TRIGGER factures_subject_insert AFTER INSERT ON factures WHEN NEW.subject <> ''
BEGIN
  INSERT INTO objets (subject) SELECT NEW.subject WHERE NOT EXISTS (SELECT 1 FROM objets WHERE subject = NEW.subject);
END;
CREATE TRIGGER factures_subject_update AFTER UPDATE OF subject ON factures WHEN NEW.subject <> OLD.subject
BEGIN
  INSERT INTO objets (subject) SELECT NEW.subject
    WHERE NEW.subject <> '' AND NOT EXISTS (SELECT 1 FROM objets WHERE subject = NEW.subject);
  DELETE FROM objets WHERE subject = OLD.subject
    AND NOT EXISTS (SELECT 1 FROM factures WHERE subject = OLD.subject AND subject <> '');
END;
CREATE TRIGGER factures_subject_delete AFTER DELETE ON factures WHEN OLD.subject <> ''
BEGIN
  DELETE FROM objets WHERE subject = OLD.subject
    AND NOT EXISTS (SELECT 1 FROM factures WHERE subject = OLD.subject AND subject <> '');
END;
