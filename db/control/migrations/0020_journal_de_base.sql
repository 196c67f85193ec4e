-- Bytes of a société's write-ahead log at the last measure.
ALTER TABLE releves ADD COLUMN wal_octets INTEGER NOT NULL DEFAULT 0 CHECK (wal_octets >= 0);
