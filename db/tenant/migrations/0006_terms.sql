-- What was bought is copied whole: what is allowed is worked out from it by the clock, in the issuing transaction.
DROP TABLE entitlements;
CREATE TABLE entitlements (
  version INTEGER PRIMARY KEY,
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  received_at INTEGER NOT NULL
) STRICT;
