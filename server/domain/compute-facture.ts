import { computeTotals, type Totals } from "./totals.ts";
import { type FactureFacts, type FactureTreatment, treatFacture } from "./treat-facture.ts";

export type ComputedFacture = Totals & { readonly treatment: FactureTreatment };

/** From what the user typed to every amount of the document: TVA decided by the rules, then the engine. */
export function computeFacture(facts: FactureFacts): ComputedFacture {
  const treatment = treatFacture(facts);
  const { lignes, ajustements } = facts.content;
  const treated = lignes.map((ligne, i) => ({
    ...ligne,
    category: treatment.lignes[i]?.category ?? "S",
    rate: treatment.lignes[i]?.rate ?? ligne.rate,
  }));
  return { ...computeTotals({ lignes: treated, ajustements }), treatment };
}
