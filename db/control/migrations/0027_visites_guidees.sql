-- The guided visits a person has taken, or wants to hear no more of: they are not offered again, on any device.
CREATE TABLE visites_guidees (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  visite TEXT NOT NULL CHECK (visite IN ('liste', 'editeur')),
  at INTEGER NOT NULL,
  PRIMARY KEY (user_id, visite)
) STRICT, WITHOUT ROWID;
