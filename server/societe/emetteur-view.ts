import { sql } from "drizzle-orm";
import type { Emetteur, Marque } from "#server/domain/emetteur";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

const columns = sql`json_object('nom', nom, 'formeJuridique', forme_juridique,
  'isEi', json(iif(is_ei, 'true', 'false')), 'siren', siren, 'siret', siret, 'rcs', rcs, 'capital', capital,
  'tvaNumber', tva_number, 'regime', regime, 'exigibilite', exigibilite, 'territoire', territoire,
  'address', json_object('line1', line1, 'line2', line2, 'zip', zip, 'city', city, 'country', country),
  'email', email, 'phone', phone, 'website', website, 'iban', iban, 'bic', bic, 'echeanceDays', echeance_days,
  'echeanceFinDeMois', json(iif(echeance_fin_de_mois, 'true', 'false')), 'penalitesRate', penalites_rate,
  'escompteRate', escompte_rate, 'escompteDays', escompte_days, 'assurance', assurance, 'footer', footer)`;

/**
 * The issuer as one JSON value. Thirty columns read one by one cost more than the issue of a facture may: its reads are
 * few, and of one column each. Only a demonstration says whether it is one: documents issued before it could be said
 * carry the same issuer as those issued since.
 */
export const emetteurJson = sql`(SELECT iif(is_demonstration,
  json_set(${columns}, '$.isDemonstration', json('true')), ${columns}) FROM emetteur)`;

export const marqueJson = sql`(SELECT json_object('template', template, 'accent', accent, 'second', second,
  'logoSha256', logo_sha256, 'window', window, 'police', police) FROM marque)`;

/** The société as issuer, as it stands now. */
export async function loadEmetteur(db: TenantDb | TenantTx): Promise<Emetteur> {
  const { emetteur } = await db.get<{ emetteur: string }>(sql`SELECT ${emetteurJson} AS emetteur`);
  return JSON.parse(emetteur) as Emetteur;
}

export async function loadMarque(db: TenantDb | TenantTx): Promise<Marque> {
  const { marque } = await db.get<{ marque: string }>(sql`SELECT ${marqueJson} AS marque`);
  return JSON.parse(marque) as Marque;
}
