import type { ClientInput } from "#server/clients/client-input";
import type { Emetteur } from "#server/domain/emetteur";

/** A société as the éditeur's client: what it says of itself on its own factures. */
export function asClient(emetteur: Emetteur): ClientInput {
  const { nom, siren, siret, tvaNumber, email, phone, address } = emetteur;
  const own = { nom, siren, siret, tvaNumber, email, phone, address };
  return { type: "professionnel", ...own, note: "", echeance: null };
}
