-- Any substring of 3 characters or more: trigram over the folded column that the code feeds on each write.
-- External content keyed by an explicit INTEGER PRIMARY KEY, which VACUUM INTO keeps.

CREATE VIRTUAL TABLE clients_search USING fts5(search, content = 'clients', content_rowid = 'seq', tokenize = 'trigram');
CREATE TRIGGER clients_search_insert AFTER INSERT ON clients
BEGIN INSERT INTO clients_search (rowid, search) VALUES (NEW.seq, NEW.search); END;
CREATE TRIGGER clients_search_update AFTER UPDATE OF search ON clients WHEN NEW.search <> OLD.search
BEGIN
  INSERT INTO clients_search (clients_search, rowid, search) VALUES ('delete', OLD.seq, OLD.search);
  INSERT INTO clients_search (rowid, search) VALUES (NEW.seq, NEW.search);
END;
CREATE TRIGGER clients_search_delete AFTER DELETE ON clients
BEGIN INSERT INTO clients_search (clients_search, rowid, search) VALUES ('delete', OLD.seq, OLD.search); END;
-- A REPLACE would delete without telling the index.
CREATE TRIGGER clients_born BEFORE INSERT ON clients
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'CLIENT_BORN'); END;
CREATE TRIGGER clients_identity BEFORE UPDATE ON clients WHEN NEW.id <> OLD.id OR NEW.seq <> OLD.seq
BEGIN SELECT RAISE(ABORT, 'CLIENT_BORN'); END;

CREATE VIRTUAL TABLE produits_search USING fts5(search, content = 'produits', content_rowid = 'seq', tokenize = 'trigram');
CREATE TRIGGER produits_search_insert AFTER INSERT ON produits
BEGIN INSERT INTO produits_search (rowid, search) VALUES (NEW.seq, NEW.search); END;
CREATE TRIGGER produits_search_update AFTER UPDATE OF search ON produits WHEN NEW.search <> OLD.search
BEGIN
  INSERT INTO produits_search (produits_search, rowid, search) VALUES ('delete', OLD.seq, OLD.search);
  INSERT INTO produits_search (rowid, search) VALUES (NEW.seq, NEW.search);
END;
CREATE TRIGGER produits_search_delete AFTER DELETE ON produits
BEGIN INSERT INTO produits_search (produits_search, rowid, search) VALUES ('delete', OLD.seq, OLD.search); END;
CREATE TRIGGER produits_born BEFORE INSERT ON produits
WHEN EXISTS (SELECT 1 FROM produits WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'PRODUIT_BORN'); END;
CREATE TRIGGER produits_identity BEFORE UPDATE ON produits WHEN NEW.id <> OLD.id OR NEW.seq <> OLD.seq
BEGIN SELECT RAISE(ABORT, 'PRODUIT_BORN'); END;
