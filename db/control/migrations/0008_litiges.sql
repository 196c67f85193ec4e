-- Payments of a subscription that the payer's bank takes back, each as Stripe last said of it.
CREATE TABLE litiges (
  id TEXT PRIMARY KEY NOT NULL,
  societe_id TEXT NOT NULL REFERENCES societes (id),
  charge_id TEXT NOT NULL,
  amount_ttc INTEGER NOT NULL CHECK (amount_ttc >= 0),
  reason TEXT NOT NULL,
  status TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  read_at INTEGER NOT NULL
) STRICT;
CREATE INDEX litiges_societe ON litiges (societe_id, opened_at);
