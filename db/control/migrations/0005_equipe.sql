-- What an administrator settles for each employé; without effect on the other roles.
ALTER TABLE memberships ADD COLUMN may_issue INTEGER NOT NULL DEFAULT 1 CHECK (may_issue IN (0, 1));
ALTER TABLE memberships ADD COLUMN may_see_others_amounts INTEGER NOT NULL DEFAULT 1
  CHECK (may_see_others_amounts IN (0, 1));
ALTER TABLE memberships ADD COLUMN may_export INTEGER NOT NULL DEFAULT 0
  CHECK (may_export IN (0, 1) AND (may_export = 0 OR may_see_others_amounts = 1));
