import type { CalendarDay } from "./calendar-day.ts";
import type { Acheteur, Emetteur } from "./emetteur.ts";
import type { RuledExemption } from "./exemption-rules.ts";
import type { FactureContent } from "./facture.ts";
import { type Treatment, treatLigne } from "./tva.ts";

/** A French professional: what a brouillon without client is computed for. */
export const UNKNOWN_ACHETEUR: Acheteur = {
  type: "professionnel",
  nom: "",
  siren: "",
  siret: "",
  tvaNumber: "",
  email: "",
  address: { line1: "", line2: "", zip: "", city: "", country: "FR" },
};

export type FactureFacts = {
  readonly content: FactureContent;
  readonly emetteur: Emetteur;
  /** Null while the client is not chosen. */
  readonly acheteur: Acheteur | null;
  /** Day of the document. */
  readonly on: CalendarDay;
};

export type FactureTreatment = {
  /** One for each row, in order; titles, free texts and subtotals have one too, without meaning. */
  readonly lignes: readonly Treatment[];
  /** One for each category without tax. */
  readonly exemptions: readonly RuledExemption[];
  /** Why the lignes cannot share one document, or null (BR-O-11 to 14; one reason per category). */
  readonly conflict: "mixed_with_o" | "two_reasons" | null;
};

/** Decide the TVA of every ligne, then whether one EN 16931 document may hold them all. */
export function treatFacture({ content, emetteur, acheteur, on }: FactureFacts): FactureTreatment {
  const { shipTo, operation, exemptionArticle } = content;
  const buyer = acheteur ?? UNKNOWN_ACHETEUR;
  const facts = { emetteur, acheteur: buyer, shipTo, operation, exemptionArticle, on };
  const lignes = content.lignes.map(({ nature, rate }) => treatLigne({ ...facts, nature, rate }));

  const real = lignes.filter((_, i) => content.lignes[i]?.kind === "ligne");
  const categories = new Set(real.map(({ category }) => category));
  const reasons = new Map(
    real.flatMap(({ exemption }) => (exemption ? [[exemption.rule, exemption] as const] : [])),
  );
  const exemptions = [...new Map([...reasons.values()].map((one) => [one.category, one])).values()];
  const hasTwoReasons = exemptions.length < reasons.size;
  const isMixedWithO = categories.has("O") && categories.size > 1;
  const conflict = isMixedWithO ? "mixed_with_o" : hasTwoReasons ? "two_reasons" : null;
  return { lignes, exemptions, conflict };
}
