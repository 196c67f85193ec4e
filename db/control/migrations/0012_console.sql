-- Kept figures of each société, for the console: its list opens no société's file. They follow from what is elsewhere
-- (terms, members, the société's own database) and are measured again by the service.
CREATE TABLE releves (
  seq INTEGER PRIMARY KEY,
  societe_id TEXT NOT NULL UNIQUE REFERENCES societes (id),
  nom_key TEXT NOT NULL,
  -- Folded: name, slug, SIREN, addresses of its people.
  search TEXT NOT NULL,
  siren TEXT NOT NULL,
  offre TEXT NOT NULL,
  plan_nom TEXT NOT NULL,
  etat TEXT NOT NULL CHECK (
    etat IN ('gratuit', 'essai', 'actif', 'fin_prevue', 'retard', 'impaye', 'pause', 'a_confirmer')
  ),
  -- Since when it pays late, or when its trial or subscription ends.
  etat_at INTEGER,
  factures INTEGER NOT NULL CHECK (factures >= 0),
  limite INTEGER,
  -- Thousandths of the limit; zero without a limit.
  usage INTEGER NOT NULL CHECK (usage >= 0),
  mrr_ht INTEGER NOT NULL CHECK (mrr_ht >= 0),
  utilisateurs INTEGER NOT NULL,
  activite_at INTEGER NOT NULL,
  octets INTEGER NOT NULL,
  sante TEXT NOT NULL CHECK (sante IN ('saine', 'indisponible', 'migration_echouee')),
  measured_at INTEGER NOT NULL
) STRICT;
CREATE INDEX releves_nom ON releves (nom_key, societe_id);
CREATE INDEX releves_activite ON releves (activite_at, societe_id);
CREATE INDEX releves_usage ON releves (usage, societe_id);
CREATE INDEX releves_mrr ON releves (mrr_ht, societe_id);
CREATE INDEX releves_octets ON releves (octets, societe_id);
CREATE INDEX releves_etat ON releves (etat, offre, etat_at);
CREATE INDEX releves_offre ON releves (offre);
CREATE INDEX releves_sante ON releves (sante);
CREATE INDEX releves_measured ON releves (measured_at);

CREATE VIRTUAL TABLE releves_search USING fts5(search, content = 'releves', content_rowid = 'seq', tokenize = 'trigram');
CREATE TRIGGER releves_search_insert AFTER INSERT ON releves
BEGIN INSERT INTO releves_search (rowid, search) VALUES (NEW.seq, NEW.search); END;
CREATE TRIGGER releves_search_update AFTER UPDATE OF search ON releves WHEN NEW.search <> OLD.search
BEGIN
  INSERT INTO releves_search (releves_search, rowid, search) VALUES ('delete', OLD.seq, OLD.search);
  INSERT INTO releves_search (rowid, search) VALUES (NEW.seq, NEW.search);
END;
CREATE TRIGGER releves_search_delete AFTER DELETE ON releves
BEGIN INSERT INTO releves_search (releves_search, rowid, search) VALUES ('delete', OLD.seq, OLD.search); END;

-- Somebody was seen: the list says it without waiting for the next measure.
CREATE TRIGGER releves_seen AFTER UPDATE OF last_seen_at ON memberships WHEN NEW.last_seen_at IS NOT NULL
BEGIN
  UPDATE releves SET activite_at = NEW.last_seen_at
  WHERE societe_id = NEW.societe_id AND activite_at < NEW.last_seen_at;
END;

-- What the operator's staff did, and why: each line chained to the one before, none ever changed.
CREATE TABLE actes (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_nom TEXT NOT NULL,
  societe_id TEXT,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  details TEXT NOT NULL CHECK (json_valid(details)),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX actes_societe ON actes (societe_id, id);
CREATE TRIGGER actes_chained BEFORE INSERT ON actes
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM actes)
  OR (NEW.id > 1 AND NEW.prev_hash IS NOT (SELECT hash FROM actes WHERE id = NEW.id - 1))
BEGIN SELECT RAISE(ABORT, 'ACTES_CHAINED'); END;
CREATE TRIGGER actes_frozen BEFORE UPDATE ON actes
BEGIN SELECT RAISE(ABORT, 'ACTES_FROZEN'); END;
CREATE TRIGGER actes_kept BEFORE DELETE ON actes
BEGIN SELECT RAISE(ABORT, 'ACTES_KEPT'); END;
