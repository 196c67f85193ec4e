-- Each comparison of what is held here with what Stripe says, and what it found.
CREATE TABLE comparaisons (
  id INTEGER PRIMARY KEY,
  -- Who asked for it; null: the night.
  par TEXT,
  started_at INTEGER NOT NULL,
  -- Null while under way, and for good when a stop cut it.
  ended_at INTEGER,
  societes INTEGER NOT NULL DEFAULT 0 CHECK (societes >= 0),
  -- Sociétés Stripe did not answer about.
  illisibles INTEGER NOT NULL DEFAULT 0 CHECK (illisibles >= 0)
) STRICT;

CREATE TABLE ecarts (
  id INTEGER PRIMARY KEY,
  comparaison_id INTEGER NOT NULL REFERENCES comparaisons (id),
  -- Null: a plan, or a customer of nobody.
  societe_id TEXT REFERENCES societes (id),
  -- What it is about at Stripe: a customer, a plan's code.
  objet TEXT NOT NULL,
  champ TEXT NOT NULL,
  ici TEXT,
  stripe TEXT,
  repaired_at INTEGER
) STRICT;
CREATE INDEX ecarts_comparaison ON ecarts (comparaison_id, id);
CREATE INDEX ecarts_societe ON ecarts (societe_id);

-- The ledger is read from its end, whole or one state or one type at a time.
DROP INDEX stripe_events_received;
CREATE INDEX stripe_events_received ON stripe_events (received_at, id);
CREATE INDEX stripe_events_status ON stripe_events (status, received_at, id);
CREATE INDEX stripe_events_type ON stripe_events (type, received_at, id);
