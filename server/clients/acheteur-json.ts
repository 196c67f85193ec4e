import { type SQL, sql } from "drizzle-orm";

/** A client as buyer, as one JSON value; null when there is no such client. `clientId`: an SQL expression or a value. */
export const acheteurJson = (clientId: SQL | string | null) =>
  sql`(SELECT json_object('type', c.type, 'nom', c.nom, 'siren', c.siren, 'siret', c.siret,
    'tvaNumber', c.tva_number, 'email', c.email, 'address', json_object('line1', c.line1, 'line2', c.line2,
    'zip', c.zip, 'city', c.city, 'country', c.country)) FROM clients c WHERE c.id = ${clientId})`;
