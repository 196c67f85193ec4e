-- The language of a client's documents.
ALTER TABLE clients ADD COLUMN langue TEXT NOT NULL DEFAULT 'fr' CHECK (langue IN ('fr', 'en'));
