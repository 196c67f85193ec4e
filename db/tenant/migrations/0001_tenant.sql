-- Whose file this is. One row, never changed: compared at every opening.
CREATE TABLE _tenant (
  societe_id TEXT PRIMARY KEY CHECK (length(societe_id) = 32),
  only INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only = 1)
) STRICT;

CREATE TRIGGER _tenant_kept BEFORE DELETE ON _tenant
BEGIN SELECT RAISE(ABORT, 'TENANT_KEPT'); END;

CREATE TRIGGER _tenant_fixed BEFORE UPDATE ON _tenant
BEGIN SELECT RAISE(ABORT, 'TENANT_KEPT'); END;

CREATE TRIGGER _tenant_once BEFORE INSERT ON _tenant WHEN EXISTS (SELECT 1 FROM _tenant)
BEGIN SELECT RAISE(ABORT, 'TENANT_KEPT'); END;
