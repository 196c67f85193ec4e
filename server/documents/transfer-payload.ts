import { epcPayload } from "#server/domain/epc";
import type { Snapshot } from "#server/domain/snapshot";

/** Content of the document's QR code, or null: neither an avoir nor what is paid asks for a transfer, nor does a demonstration; a brouillon has no reference yet. */
export function transferPayload({
  type,
  number,
  emetteur,
  totals,
  acquittement,
}: Snapshot): string | null {
  if (type !== "facture" || number === "" || acquittement) return null;
  if (emetteur.isDemonstration) return null;
  const { bic, nom, iban } = emetteur;
  return epcPayload({ bic, name: nom, iban, amountTtc: totals.totalTtc, reference: number });
}
