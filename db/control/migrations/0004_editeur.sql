-- The société as a client of the éditeur, in the éditeur's own database: one client whatever it pays.
ALTER TABLE abonnements ADD COLUMN editeur_client_id TEXT;
