import { type SQL, sql } from "drizzle-orm";

/** A client as buyer, as one JSON value, which says no language but another than French; null when there is no such client. `clientId`: an SQL expression or a value. */
export const acheteurJson = (clientId: SQL | string | null) =>
  sql`(SELECT json_patch(json_object('type', c.type, 'nom', c.nom, 'siren', c.siren, 'siret', c.siret,
    'tvaNumber', c.tva_number, 'email', c.email, 'address', json_object('line1', c.line1, 'line2', c.line2,
    'zip', c.zip, 'city', c.city, 'country', c.country)), iif(c.langue = 'fr', '{}', json_object('langue', c.langue))) FROM clients c WHERE c.id = ${clientId})`;
