-- Sociétés on their way out: asked by an administrator, destroyed thirty days later. A row that ends as `destroyed` is kept,
-- as is the société's own row without its name: what the éditeur invoiced still refers to it.
CREATE TABLE clotures (
  societe_id TEXT PRIMARY KEY REFERENCES societes (id),
  step TEXT NOT NULL DEFAULT 'asked' CHECK (step IN ('asked', 'destroying', 'destroyed')),
  asked_at INTEGER NOT NULL,
  deletion_at INTEGER NOT NULL CHECK (deletion_at > asked_at),
  asked_by TEXT NOT NULL,
  asked_by_nom TEXT NOT NULL,
  -- To whom the certificate goes; forgotten once it is sent.
  asked_by_email TEXT,
  -- The request itself ended the subscription: taking it back resumes it.
  ended_subscription INTEGER NOT NULL CHECK (ended_subscription IN (0, 1)),
  -- What is about to be destroyed, counted and hashed before the first file goes.
  inventory TEXT CHECK (inventory IS NULL OR json_valid(inventory)),
  CHECK (step = 'asked' OR inventory IS NOT NULL)
) STRICT;
CREATE INDEX clotures_due ON clotures (deletion_at) WHERE step <> 'destroyed';
