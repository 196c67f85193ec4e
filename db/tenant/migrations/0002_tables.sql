-- What one société owns. STRICT everywhere: SQLite then refuses a text where an amount is due.
-- Amounts are integer cents, rates basis points, days 'YYYY-MM-DD' (Europe/Paris), instants UTC milliseconds.

CREATE TABLE emetteur (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  nom TEXT NOT NULL DEFAULT '',
  forme_juridique TEXT NOT NULL DEFAULT '',
  is_ei INTEGER NOT NULL DEFAULT 0 CHECK (is_ei IN (0, 1)),
  siren TEXT NOT NULL DEFAULT '',
  siret TEXT NOT NULL DEFAULT '',
  rcs TEXT NOT NULL DEFAULT '',
  capital INTEGER CHECK (capital >= 0),
  tva_number TEXT NOT NULL DEFAULT '',
  regime TEXT NOT NULL DEFAULT 'reel' CHECK (regime IN ('reel', 'franchise')),
  exigibilite TEXT NOT NULL DEFAULT 'encaissements' CHECK (exigibilite IN ('encaissements', 'debits')),
  territoire TEXT NOT NULL DEFAULT 'metropole' CHECK (territoire IN
    ('metropole', 'corse', 'guadeloupe', 'martinique', 'reunion', 'guyane', 'mayotte')),
  line1 TEXT NOT NULL DEFAULT '',
  line2 TEXT NOT NULL DEFAULT '',
  zip TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT 'FR',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  iban TEXT NOT NULL DEFAULT '',
  bic TEXT NOT NULL DEFAULT '',
  echeance_days INTEGER NOT NULL DEFAULT 30 CHECK (echeance_days BETWEEN 0 AND 365),
  echeance_fin_de_mois INTEGER NOT NULL DEFAULT 0 CHECK (echeance_fin_de_mois IN (0, 1)),
  penalites_rate INTEGER NOT NULL DEFAULT 1215 CHECK (penalites_rate >= 0),
  escompte_rate INTEGER NOT NULL DEFAULT 0 CHECK (escompte_rate BETWEEN 0 AND 10000),
  escompte_days INTEGER NOT NULL DEFAULT 0 CHECK (escompte_days >= 0),
  assurance TEXT NOT NULL DEFAULT '',
  footer TEXT NOT NULL DEFAULT '',
  updated_at INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO emetteur (id) VALUES (1);

-- Every logo ever used stays: an issued document refers to its own by sha-256.
CREATE TABLE logos (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  png BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE marque (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  template TEXT NOT NULL DEFAULT 'sobre' CHECK (template IN ('sobre', 'bandeau', 'atelier')),
  accent TEXT NOT NULL DEFAULT '#16476f' CHECK (accent GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  second TEXT NOT NULL DEFAULT '#c9a227' CHECK (second GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  logo_sha256 TEXT REFERENCES logos (sha256),
  window TEXT NOT NULL DEFAULT 'right' CHECK (window IN ('right', 'left')),
  updated_at INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO marque (id) VALUES (1);

CREATE TABLE series (
  code TEXT PRIMARY KEY CHECK (code IN ('facture', 'avoir')),
  pattern TEXT NOT NULL,
  reset TEXT NOT NULL DEFAULT 'yearly' CHECK (reset IN ('yearly', 'never'))
) STRICT, WITHOUT ROWID;
INSERT INTO series (code, pattern) VALUES ('facture', 'F-{annee}-{rang:5}'), ('avoir', 'A-{annee}-{rang:5}');

-- `dernier` is the last rank given in that serie and exercice (0 as exercice when the serie never resets).
CREATE TABLE compteurs (
  serie TEXT NOT NULL REFERENCES series (code),
  exercice INTEGER NOT NULL CHECK (exercice >= 0),
  dernier INTEGER NOT NULL DEFAULT 0 CHECK (dernier >= 0),
  dernier_on TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (serie, exercice)
) STRICT, WITHOUT ROWID;

CREATE TABLE clients (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
  type TEXT NOT NULL CHECK (type IN ('professionnel', 'particulier')),
  nom TEXT NOT NULL CHECK (nom <> ''),
  siren TEXT NOT NULL DEFAULT '',
  siret TEXT NOT NULL DEFAULT '',
  tva_number TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  line1 TEXT NOT NULL DEFAULT '',
  line2 TEXT NOT NULL DEFAULT '',
  zip TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT 'FR' CHECK (length(country) = 2),
  note TEXT NOT NULL DEFAULT '',
  echeance TEXT CHECK (echeance IS NULL OR json_valid(echeance)),
  is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  nom_key TEXT NOT NULL,
  city_key TEXT NOT NULL,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX clients_by_nom ON clients (is_archived, nom_key, id, type);
CREATE INDEX clients_by_city ON clients (is_archived, city_key, id, type);
CREATE INDEX clients_by_creation ON clients (is_archived, id, type);

CREATE TABLE produits (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
  reference TEXT NOT NULL DEFAULT '',
  designation TEXT NOT NULL CHECK (designation <> ''),
  description TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT 'C62',
  unit_price_ht INTEGER NOT NULL CHECK (unit_price_ht >= 0),
  rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000),
  nature TEXT NOT NULL CHECK (nature IN ('bien', 'service')),
  uses INTEGER NOT NULL DEFAULT 0,
  is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  designation_key TEXT NOT NULL,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX produits_by_designation ON produits (is_archived, designation_key, id);
CREATE INDEX produits_by_uses ON produits (is_archived, uses, id);
CREATE INDEX produits_by_price ON produits (is_archived, unit_price_ht, id);
CREATE INDEX produits_by_creation ON produits (is_archived, id);

CREATE TABLE factures (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  type TEXT NOT NULL DEFAULT 'facture' CHECK (type IN ('facture', 'avoir')),
  status TEXT NOT NULL DEFAULT 'brouillon' CHECK (status IN ('brouillon', 'emise', 'importee')),
  serie TEXT NOT NULL REFERENCES series (code),
  exercice INTEGER,
  rang INTEGER CHECK (rang > 0),
  number TEXT UNIQUE CHECK (length(number) BETWEEN 1 AND 35),
  issued_on TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  issued_at INTEGER,
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  client_id TEXT REFERENCES clients (id),
  client_nom TEXT NOT NULL DEFAULT '',
  client_key TEXT NOT NULL DEFAULT '',
  origine_id TEXT REFERENCES factures (id),
  total_ht INTEGER NOT NULL DEFAULT 0,
  total_tva INTEGER NOT NULL DEFAULT 0,
  total_ttc INTEGER NOT NULL DEFAULT 0,
  subject TEXT NOT NULL DEFAULT '',
  purchase_order TEXT NOT NULL DEFAULT '',
  buyer_reference TEXT NOT NULL DEFAULT '',
  operation TEXT NOT NULL DEFAULT 'standard' CHECK (operation IN
    ('standard', 'sous_traitance_btp', 'autoliquidation_nationale', 'exoneree_261', 'marge_occasion')),
  exemption_article TEXT NOT NULL DEFAULT '',
  delivered_on TEXT CHECK (delivered_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  echeance TEXT NOT NULL CHECK (json_valid(echeance)),
  ship_to TEXT CHECK (ship_to IS NULL OR json_valid(ship_to)),
  note TEXT NOT NULL DEFAULT '',
  ajustements TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ajustements)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  updated_by_nom TEXT NOT NULL,
  -- Brouillons sort above everything issued; inside a day, the instant decides.
  listed_on TEXT GENERATED ALWAYS AS (coalesce(issued_on, '9999-12-31')) VIRTUAL,
  stamp INTEGER GENERATED ALWAYS AS (coalesce(issued_at, created_at)) VIRTUAL,
  due_key TEXT GENERATED ALWAYS AS (coalesce(due_on, '9999-12-31')) VIRTUAL,
  UNIQUE (serie, exercice, rang),
  CHECK ((status = 'brouillon') = (number IS NULL)
    AND (number IS NULL) = (issued_on IS NULL) AND (number IS NULL) = (issued_at IS NULL)
    AND (status = 'emise') = (rang IS NOT NULL) AND (rang IS NULL) = (exercice IS NULL)),
  CHECK (serie = type),
  -- An imported avoir stands alone; one issued here names the facture it corrects.
  CHECK ((type = 'avoir' AND status <> 'importee') = (origine_id IS NOT NULL)),
  CHECK (status <> 'emise' OR (client_id IS NOT NULL AND total_ttc >= 0)),
  CHECK (type = 'avoir' OR status <> 'emise' OR due_on IS NOT NULL),
  CHECK (total_ttc = total_ht + total_tva)
) STRICT;
CREATE INDEX factures_by_day ON factures (listed_on, stamp, id);
CREATE INDEX factures_by_status ON factures (status, listed_on, stamp, id);
CREATE INDEX factures_by_client ON factures (client_id, listed_on, stamp, id);
CREATE INDEX factures_by_due ON factures (due_key, id);
CREATE INDEX factures_by_total ON factures (total_ttc, id);
CREATE INDEX factures_by_client_nom ON factures (client_key, id);
CREATE INDEX factures_by_origine ON factures (origine_id) WHERE origine_id IS NOT NULL;

-- What an avoir takes off its facture. Written just before the avoir is numbered, which needs it: a table of its own, so
-- that issuing a facture does not carry the weight of what only avoirs do.
CREATE TABLE corrections (
  avoir_id TEXT NOT NULL PRIMARY KEY REFERENCES factures (id),
  origine_id TEXT NOT NULL REFERENCES factures (id),
  total_ttc INTEGER NOT NULL CHECK (total_ttc > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_by_origine ON corrections (origine_id, total_ttc);

CREATE TABLE lignes_facture (
  facture_id TEXT NOT NULL REFERENCES factures (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('ligne', 'section', 'texte')),
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

-- The legal content, frozen: what was said (snapshot), what was sent (xml), and their sha-256.
CREATE TABLE emissions (
  facture_id TEXT NOT NULL PRIMARY KEY REFERENCES factures (id),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  xml_sha256 TEXT NOT NULL CHECK (length(xml_sha256) = 64),
  issued_by TEXT NOT NULL,
  issued_by_nom TEXT NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  xml TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The PDF of an issued document: bytes live content-addressed beside the database.
CREATE TABLE archives (
  facture_id TEXT NOT NULL PRIMARY KEY REFERENCES emissions (facture_id),
  pdf_sha256 TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  archived_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Append-only: a mistake is undone by an opposite record that names the one it reverses.
CREATE TABLE reglements (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  facture_id TEXT NOT NULL REFERENCES factures (id),
  amount_ttc INTEGER NOT NULL CHECK (amount_ttc <> 0),
  method TEXT NOT NULL CHECK (method IN
    ('virement', 'carte', 'cheque', 'especes', 'prelevement', 'effet', 'autre')),
  received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  reference TEXT NOT NULL DEFAULT '',
  reverses_id TEXT UNIQUE REFERENCES reglements (id),
  motif TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_by_nom TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reglements_by_facture ON reglements (facture_id, amount_ttc);

-- Gapless and chained: hash = SHA-256 over prev_hash and the canonical form of the row.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_nom TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX journal_by_entity ON journal (entity_id);

CREATE TABLE idempotences (
  key TEXT NOT NULL PRIMARY KEY,
  request_sha256 TEXT NOT NULL,
  response TEXT NOT NULL CHECK (json_valid(response)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Copy of the subscription's allowance, so that the quota is checked in the issuing transaction.
CREATE TABLE entitlements (
  version INTEGER PRIMARY KEY,
  quota INTEGER CHECK (quota >= 0),
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  is_read_only INTEGER NOT NULL DEFAULT 0 CHECK (is_read_only IN (0, 1)),
  received_at INTEGER NOT NULL
) STRICT;

-- Durable work to do after a commit; a row disappears when its work is recorded elsewhere.
CREATE TABLE taches (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('render')),
  entity_id TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  last_error TEXT NOT NULL DEFAULT '',
  UNIQUE (kind, entity_id)
) STRICT;
CREATE INDEX taches_due ON taches (next_at);
