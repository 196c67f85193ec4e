-- What a société may buy. A row is never deleted: those who subscribed to it keep it.
CREATE TABLE plans (
  code TEXT PRIMARY KEY CHECK (code GLOB '[a-z]*' AND length(code) <= 40),
  offre TEXT NOT NULL,
  nom TEXT NOT NULL,
  price_ht INTEGER NOT NULL CHECK (price_ht >= 0),
  interval TEXT NOT NULL CHECK (interval IN ('mois', 'an')),
  factures_par_mois INTEGER CHECK (factures_par_mois >= 0),
  utilisateurs INTEGER CHECK (utilisateurs >= 1),
  stockage_mo INTEGER CHECK (stockage_mo >= 0),
  features TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(features)),
  lookup_key TEXT UNIQUE,
  rank INTEGER NOT NULL,
  archived_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK (price_ht = 0 OR lookup_key IS NOT NULL OR archived_at IS NOT NULL)
) STRICT;

-- One row a société: its trial, and its subscription as last read from Stripe, rewritten whole each time.
CREATE TABLE abonnements (
  societe_id TEXT PRIMARY KEY REFERENCES societes (id),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  copied_version INTEGER NOT NULL DEFAULT 0,
  trial_plan_code TEXT REFERENCES plans (code),
  trial_ends_at INTEGER,
  free_since INTEGER NOT NULL,
  stripe_customer_id TEXT UNIQUE,
  subscription_id TEXT UNIQUE,
  status TEXT,
  plan_code TEXT REFERENCES plans (code),
  period_start INTEGER,
  period_end INTEGER,
  anchor_at INTEGER,
  cancel_at INTEGER,
  ended_at INTEGER,
  past_due_since INTEGER,
  pending_plan_code TEXT REFERENCES plans (code),
  pending_at INTEGER,
  due_ttc INTEGER,
  due_url TEXT,
  payment_method TEXT,
  read_at INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  CHECK ((trial_plan_code IS NULL) = (trial_ends_at IS NULL)),
  CHECK ((subscription_id IS NULL) = (status IS NULL))
) STRICT;
CREATE INDEX abonnements_to_copy ON abonnements (societe_id) WHERE copied_version < version;

-- Every event Stripe sent us, once. Only `done` stands for « already seen »: a failed one is tried again.
CREATE TABLE stripe_events (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  object_id TEXT,
  customer_id TEXT,
  created_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'received' CHECK (status IN ('received', 'done', 'ignored', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  error TEXT,
  body_hash TEXT NOT NULL,
  deliveries INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stripe_events_due ON stripe_events (next_at) WHERE status IN ('received', 'failed');
CREATE INDEX stripe_events_received ON stripe_events (received_at);
CREATE INDEX stripe_events_customer ON stripe_events (customer_id, created_at);

-- What must happen once only whatever is delivered twice: a mail, a line of audit.
CREATE TABLE stripe_effects (
  key TEXT NOT NULL,
  effect TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (key, effect)
) STRICT, WITHOUT ROWID;

-- What the operator grants beside the plan.
CREATE TABLE derogations (
  id TEXT PRIMARY KEY,
  societe_id TEXT NOT NULL REFERENCES societes (id),
  limite TEXT NOT NULL CHECK (limite IN ('factures', 'utilisateurs', 'stockage')),
  ajout INTEGER CHECK (ajout >= 1),
  until INTEGER,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  created_at INTEGER NOT NULL,
  created_by TEXT REFERENCES users (id),
  revoked_at INTEGER
) STRICT;
CREATE INDEX derogations_societe ON derogations (societe_id);

-- Stripe's invoice or credit note → the éditeur's own facture or avoir, once.
CREATE TABLE factures_editeur (
  stripe_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('facture', 'avoir')),
  societe_id TEXT NOT NULL REFERENCES societes (id),
  facture_id TEXT,
  number TEXT,
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'issued', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  error TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX factures_editeur_societe ON factures_editeur (societe_id, created_at);
CREATE INDEX factures_editeur_due ON factures_editeur (next_at) WHERE status <> 'issued';

-- What the operator sets once for the whole service: `editeur` names the société of its own books, `stripe_cursor` the last event caught up.
CREATE TABLE reglages (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  at INTEGER NOT NULL
) STRICT;
