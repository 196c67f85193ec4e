-- Sociétés the operator has stopped: they read and export, and change nothing. Apart from what Stripe says of them.
CREATE TABLE suspensions (
  societe_id TEXT PRIMARY KEY REFERENCES societes (id),
  since INTEGER NOT NULL,
  motif TEXT NOT NULL CHECK (length(motif) BETWEEN 3 AND 500)
) STRICT;

-- More time than the fortnight of grace, given by the operator to one that pays late.
ALTER TABLE abonnements ADD COLUMN grace_until INTEGER;
