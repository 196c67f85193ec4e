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
        sum(ht) AS ht, sum(tva) AS tva, sum(ttc) AS ttc, sum(encaisse_ttc) AS encaisse_ttc
      FROM (
        SELECT mois, is_facture AS nb_factures, NOT is_facture AS nb_avoirs, is_annulee AS nb_annulees,
          sens * total_ht AS ht, sens * total_tva AS tva, sens * total_ttc AS ttc, 0 AS encaisse_ttc FROM documents
        UNION ALL
        SELECT substr(received_on, 1, 7), 0, 0, 0, 0, 0, 0, amount_ttc FROM reglements)
      GROUP BY mois)
    SELECT 'totaux_mensuels' AS what, mois AS key FROM (
      SELECT * FROM full_sums EXCEPT SELECT * FROM totaux_mensuels
      UNION ALL SELECT * FROM (SELECT * FROM totaux_mensuels EXCEPT SELECT * FROM full_sums))`);

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
