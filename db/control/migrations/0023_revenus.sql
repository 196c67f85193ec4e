-- What subscriptions bring, kept as they change: the page of it reads these rows, whose number follows months and plans,
-- never sociétés.

-- Subscriptions of each plan in each state, as Stripe names it.
CREATE TABLE revenus_plans (
  plan_code TEXT NOT NULL REFERENCES plans (code),
  status TEXT NOT NULL,
  nb INTEGER NOT NULL CHECK (nb >= 0),
  PRIMARY KEY (plan_code, status)
) STRICT, WITHOUT ROWID;
INSERT INTO revenus_plans (plan_code, status, nb)
SELECT plan_code, status, count(*) FROM abonnements
WHERE plan_code IS NOT NULL AND status IS NOT NULL GROUP BY plan_code, status;

CREATE TRIGGER revenus_plans_insert AFTER INSERT ON abonnements
WHEN NEW.plan_code IS NOT NULL AND NEW.status IS NOT NULL
BEGIN
  INSERT INTO revenus_plans (plan_code, status, nb) VALUES (NEW.plan_code, NEW.status, 1)
  ON CONFLICT DO UPDATE SET nb = nb + 1;
END;
CREATE TRIGGER revenus_plans_update AFTER UPDATE OF plan_code, status ON abonnements
WHEN OLD.plan_code IS NOT NEW.plan_code OR OLD.status IS NOT NEW.status
BEGIN
  UPDATE revenus_plans SET nb = nb - 1 WHERE plan_code = OLD.plan_code AND status = OLD.status;
  INSERT INTO revenus_plans (plan_code, status, nb)
  SELECT NEW.plan_code, NEW.status, 1 WHERE NEW.plan_code IS NOT NULL AND NEW.status IS NOT NULL
  ON CONFLICT DO UPDATE SET nb = nb + 1;
END;
CREATE TRIGGER revenus_plans_delete AFTER DELETE ON abonnements
BEGIN
  UPDATE revenus_plans SET nb = nb - 1 WHERE plan_code = OLD.plan_code AND status = OLD.status;
END;

-- What happened each month, Europe/Paris. Cents a month before TVA; what is lost is counted positive.
CREATE TABLE revenus_mois (
  mois TEXT PRIMARY KEY CHECK (mois GLOB '20[0-9][0-9]-[01][0-9]'),
  inscrits INTEGER NOT NULL DEFAULT 0,
  -- Of those registered that month, how many have ever paid.
  convertis INTEGER NOT NULL DEFAULT 0,
  nouveaux INTEGER NOT NULL DEFAULT 0,
  departs INTEGER NOT NULL DEFAULT 0,
  echecs INTEGER NOT NULL DEFAULT 0,
  recuperes INTEGER NOT NULL DEFAULT 0,
  mrr_nouveau INTEGER NOT NULL DEFAULT 0,
  mrr_hausse INTEGER NOT NULL DEFAULT 0,
  mrr_baisse INTEGER NOT NULL DEFAULT 0,
  mrr_depart INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Those who first paid in one month: what changed of their number in each month since.
CREATE TABLE cohortes (
  cohorte TEXT NOT NULL,
  mois TEXT NOT NULL,
  entres INTEGER NOT NULL DEFAULT 0,
  nb INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (cohorte, mois)
) STRICT, WITHOUT ROWID;

-- The month it first paid.
ALTER TABLE abonnements ADD COLUMN premier_mois TEXT;

-- What is known of those who pay already: they began with the period Stripe anchors them to.
UPDATE abonnements
SET premier_mois = strftime('%Y-%m', coalesce(anchor_at, period_start, created_at) / 1000, 'unixepoch')
WHERE status IN ('active', 'past_due') AND plan_code IS NOT NULL;
INSERT INTO revenus_mois (mois, inscrits, convertis)
SELECT strftime('%Y-%m', created_at / 1000, 'unixepoch') AS m, count(*), count(premier_mois)
FROM abonnements GROUP BY m;
INSERT INTO revenus_mois (mois, nouveaux, mrr_nouveau)
SELECT premier_mois, count(*), sum(CASE interval WHEN 'an' THEN CAST(round(price_ht / 12.0) AS INTEGER) ELSE price_ht END)
FROM abonnements JOIN plans ON plans.code = plan_code WHERE premier_mois IS NOT NULL GROUP BY premier_mois
ON CONFLICT DO UPDATE SET nouveaux = excluded.nouveaux, mrr_nouveau = excluded.mrr_nouveau;
INSERT INTO cohortes (cohorte, mois, entres, nb)
SELECT premier_mois, premier_mois, count(*), count(*)
FROM abonnements WHERE premier_mois IS NOT NULL GROUP BY premier_mois;
