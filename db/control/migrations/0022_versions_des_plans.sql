-- A plan somebody holds never changes: what is sold under the same key afterwards is its next version.
ALTER TABLE plans ADD COLUMN souche TEXT NOT NULL DEFAULT '';
ALTER TABLE plans ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
UPDATE plans SET souche = code;
CREATE UNIQUE INDEX plans_version ON plans (souche, version);
CREATE UNIQUE INDEX plans_on_sale ON plans (souche) WHERE archived_at IS NULL;

-- Who holds what, counted plan by plan.
CREATE INDEX abonnements_plan ON abonnements (plan_code, status);
CREATE INDEX abonnements_essai ON abonnements (trial_plan_code, trial_ends_at);
