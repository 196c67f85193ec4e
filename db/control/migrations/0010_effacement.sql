-- When the account was erased: the row stays under names of nobody's, for what refers to it.
ALTER TABLE users ADD COLUMN erased_at INTEGER;

-- From where an act came may be forgotten once it no longer serves (GDPR art. 5.1.e); nothing else of a line changes.
DROP TRIGGER audit_frozen;
CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit
WHEN NEW.ip IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.action IS NOT OLD.action
  OR NEW.user_id IS NOT OLD.user_id OR NEW.societe_id IS NOT OLD.societe_id OR NEW.details IS NOT OLD.details
BEGIN SELECT RAISE(ABORT, 'AUDIT_FROZEN'); END;
CREATE INDEX audit_ip ON audit (at) WHERE ip IS NOT NULL;
