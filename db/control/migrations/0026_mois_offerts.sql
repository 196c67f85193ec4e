-- Months the operator gave, as Stripe carries them: when the last one at nothing ends, how many are left, and what the next
-- yearly renewal is lessened by.
ALTER TABLE abonnements ADD COLUMN offert_until INTEGER;
ALTER TABLE abonnements ADD COLUMN offert_mois INTEGER;
ALTER TABLE abonnements ADD COLUMN offert_ht INTEGER;

-- Of the subscriptions of a plan in a state, those that bring nothing for now because their months were given.
ALTER TABLE revenus_plans ADD COLUMN offerts INTEGER NOT NULL DEFAULT 0 CHECK (offerts >= 0);

DROP TRIGGER revenus_plans_insert;
DROP TRIGGER revenus_plans_update;
DROP TRIGGER revenus_plans_delete;
CREATE TRIGGER revenus_plans_insert AFTER INSERT ON abonnements
WHEN NEW.plan_code IS NOT NULL AND NEW.status IS NOT NULL
BEGIN
  INSERT INTO revenus_plans (plan_code, status, nb, offerts)
  VALUES (NEW.plan_code, NEW.status, 1, NEW.offert_until IS NOT NULL)
  ON CONFLICT DO UPDATE SET nb = nb + 1, offerts = offerts + excluded.offerts;
END;
CREATE TRIGGER revenus_plans_update AFTER UPDATE OF plan_code, status, offert_until ON abonnements
WHEN OLD.plan_code IS NOT NEW.plan_code OR OLD.status IS NOT NEW.status
  OR (OLD.offert_until IS NULL) <> (NEW.offert_until IS NULL)
BEGIN
  UPDATE revenus_plans SET nb = nb - 1, offerts = offerts - (OLD.offert_until IS NOT NULL)
  WHERE plan_code = OLD.plan_code AND status = OLD.status;
  INSERT INTO revenus_plans (plan_code, status, nb, offerts)
  SELECT NEW.plan_code, NEW.status, 1, NEW.offert_until IS NOT NULL
  WHERE NEW.plan_code IS NOT NULL AND NEW.status IS NOT NULL
  ON CONFLICT DO UPDATE SET nb = nb + 1, offerts = offerts + excluded.offerts;
END;
CREATE TRIGGER revenus_plans_delete AFTER DELETE ON abonnements
BEGIN
  UPDATE revenus_plans SET nb = nb - 1, offerts = offerts - (OLD.offert_until IS NOT NULL)
  WHERE plan_code = OLD.plan_code AND status = OLD.status;
END;
