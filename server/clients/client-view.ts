import { type ClientRow, clients } from "#db/tenant/schema/clients";

/** A client in a list or a suggestion. */
export const clientSummary = {
  id: clients.id,
  type: clients.type,
  nom: clients.nom,
  siren: clients.siren,
  email: clients.email,
  zip: clients.zip,
  city: clients.city,
  country: clients.country,
  langue: clients.langue,
  isArchived: clients.isArchived,
} as const;

/** A client as its page and the editor know it. */
export function clientView({ seq: _, nomKey: __, cityKey: ___, search: ____, ...row }: ClientRow) {
  const { line1, line2, zip, city, country, ...rest } = row;
  return { ...rest, address: { line1, line2, zip, city, country } };
}

export type ClientView = ReturnType<typeof clientView>;
