import { computeTotals, type Totals } from "./totals.ts";
import { type FactureFacts, type FactureTreatment, treatFacture } from "./treat-facture.ts";

export type ComputedFacture = Totals & { readonly treatment: FactureTreatment };

/** Brouillon, completeness and snapshot of one issue ask for the amounts of the very same objects, which never change. */
const known = new WeakMap<FactureFacts["content"], FactureFacts & { computed: ComputedFacture }>();

/** From what the user typed to every amount of the document: TVA decided by the rules, then the engine. */
export function computeFacture(facts: FactureFacts): ComputedFacture {
  const { content, emetteur, acheteur, on } = facts;
  const last = known.get(content);
  if (last?.emetteur === emetteur && last.acheteur === acheteur && last.on === on)
    return last.computed;
  const computed = compute(facts);
  known.set(content, { content, emetteur, acheteur, on, computed });
  return computed;
}

function compute(facts: FactureFacts): ComputedFacture {
  const treatment = treatFacture(facts);
  const { lignes, ajustements } = facts.content;
  const treated = lignes.map((ligne, i) => ({
    ...ligne,
    category: treatment.lignes[i]?.category ?? "S",
    rate: treatment.lignes[i]?.rate ?? ligne.rate,
  }));
  return { ...computeTotals({ lignes: treated, ajustements }), treatment };
}
