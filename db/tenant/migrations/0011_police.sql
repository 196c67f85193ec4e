-- The typeface of the documents, among those bundled; what is issued keeps the one it was issued with.
ALTER TABLE marque ADD COLUMN police TEXT NOT NULL DEFAULT 'inter' CHECK (police IN ('inter', 'source-serif'));
