import { sql } from "drizzle-orm";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

/**
 * The kept totals against the full sums over every document and règlement: the rows that differ, none when all is
 * well. Scans everything: for the nightly check and the tests.
 */
export function checkTotaux(tenant: Tenant): Promise<TotauxDifference[]> {
  return tenant.read(async (db) => [
    ...(await monthDifferences(db)),
    ...(await dueDifferences(db)),
    ...(await strayCorrections(db)),
    ...(await followedDifferences(db)),
  ]);
}

export type TotauxDifference = { readonly what: string; readonly key: string };

const monthDifferences = (db: TenantDb) =>
  db.all<TotauxDifference>(sql`
    WITH documents AS (
      SELECT substr(f.issued_on, 1, 7) AS mois, f.type = 'facture' AS is_facture,
        iif(f.type = 'facture', 1, -1) AS sens, f.total_ht, f.total_tva, f.total_ttc,
        coalesce((SELECT s.avoirs_ttc = s.total_ttc AND s.avoirs_ttc > 0 FROM soldes s WHERE s.facture_id = f.id), 0)
          AS is_annulee
      FROM factures f WHERE f.number IS NOT NULL),
    full_sums AS (
      SELECT mois, sum(nb_factures) AS nb_factures, sum(nb_avoirs) AS nb_avoirs, sum(nb_annulees) AS nb_annulees,
        sum(ht) AS ht, sum(tva) AS tva, sum(ttc) AS ttc, sum(encaisse_ttc) AS encaisse_ttc,
        sum(factures_ttc) AS factures_ttc, sum(corrige_ttc) AS corrige_ttc, sum(regle_ttc) AS regle_ttc,
        sum(nb_reglements) AS nb_reglements
      FROM (
        SELECT mois, is_facture AS nb_factures, NOT is_facture AS nb_avoirs, is_annulee AS nb_annulees,
          sens * total_ht AS ht, sens * total_tva AS tva, sens * total_ttc AS ttc, 0 AS encaisse_ttc,
          is_facture * total_ttc AS factures_ttc, 0 AS corrige_ttc, 0 AS regle_ttc, 0 AS nb_reglements FROM documents
        UNION ALL
        SELECT substr(received_on, 1, 7), 0, 0, 0, 0, 0, 0, amount_ttc, 0, 0, 0,
          iif(reverses_id IS NULL, 1, -1) FROM reglements
        UNION ALL
        SELECT substr(issued_on, 1, 7), 0, 0, 0, 0, 0, 0, 0, 0, avoirs_ttc, regle_ttc, 0 FROM soldes)
      GROUP BY mois)
    SELECT 'totaux_mensuels' AS what, mois AS key FROM (
      SELECT * FROM full_sums EXCEPT SELECT * FROM totaux_mensuels
      UNION ALL SELECT * FROM (SELECT * FROM totaux_mensuels EXCEPT SELECT * FROM full_sums))`);

/** What the dashboard shows: by day, by client, and TVA by the month it falls due. */
const followedDifferences = (db: TenantDb) =>
  db.all<TotauxDifference>(sql`
    WITH documents AS (
      SELECT issued_on, client_id, type = 'facture' AS is_facture, iif(type = 'facture', 1, -1) AS sens, total_ht, total_ttc
      FROM factures WHERE number IS NOT NULL),
    days AS (SELECT issued_on AS jour, sum(sens * total_ht) AS ht, sum(sens * total_ttc) AS ttc FROM documents GROUP BY 1),
    clients AS (SELECT substr(issued_on, 1, 4) AS annee, client_id, sum(is_facture) AS nb, sum(sens * total_ht) AS ht
      FROM documents WHERE client_id IS NOT NULL GROUP BY 1, 2),
    due AS (SELECT mois, category, rate, sum(base) AS base, sum(tva) AS tva FROM (
        SELECT mois, category, rate, base, tva FROM tva_facturee
        UNION ALL SELECT substr(r.received_on, 1, 7), t.category, t.rate, t.base, t.tva
          FROM tva_reglements t JOIN reglements r ON r.id = t.reglement_id)
      GROUP BY mois, category, rate),
    parts AS (SELECT facture_id, category, rate, sum(base) AS base, sum(tva) AS tva FROM tva_reglements GROUP BY 1, 2, 3)
    SELECT 'totaux_journaliers' AS what, jour AS key FROM (
      SELECT * FROM days EXCEPT SELECT * FROM totaux_journaliers
      UNION ALL SELECT * FROM (SELECT * FROM totaux_journaliers EXCEPT SELECT * FROM days))
    UNION ALL SELECT 'totaux_clients', client_id FROM (
      SELECT * FROM clients EXCEPT SELECT * FROM totaux_clients
      UNION ALL SELECT * FROM (SELECT * FROM totaux_clients EXCEPT SELECT * FROM clients))
    UNION ALL SELECT 'totaux_tva', mois FROM (
      SELECT * FROM due EXCEPT SELECT * FROM totaux_tva
      UNION ALL SELECT * FROM (SELECT * FROM totaux_tva EXCEPT SELECT * FROM due))
    UNION ALL SELECT 'tva_reglements', facture_id FROM (
      SELECT * FROM parts EXCEPT SELECT * FROM tva_payee)`);

const dueDifferences = (db: TenantDb) =>
  db.all<TotauxDifference>(sql`
    WITH full_sums AS (
      SELECT due_on, count(*) AS nb, sum(reste < total_ttc) AS nb_partielles, sum(reste) AS reste_ttc
      FROM (SELECT due_on, total_ttc, total_ttc - avoirs_ttc - regle_ttc AS reste FROM soldes)
      WHERE reste > 0 GROUP BY due_on),
    kept AS (SELECT due_on, nb, nb_partielles, reste_ttc FROM encours WHERE nb > 0 OR reste_ttc > 0)
    SELECT 'encours' AS what, due_on AS key FROM (
      SELECT * FROM full_sums EXCEPT SELECT * FROM kept
      UNION ALL SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM full_sums))`);

/** A correction stands only with its issued avoir. */
const strayCorrections = (db: TenantDb) =>
  db.all<TotauxDifference>(sql`
    SELECT 'corrections' AS what, avoir_id AS key FROM corrections
    WHERE NOT EXISTS (SELECT 1 FROM factures f WHERE f.id = avoir_id AND f.number IS NOT NULL)`);
