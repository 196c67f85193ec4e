import type { CalendarDay } from "./calendar-day.ts";
import type { Acheteur, Emetteur } from "./emetteur.ts";
import { emptyContent } from "./empty-content.ts";
import type { FactureContent, LigneDraft } from "./facture.ts";
import type { BasisPoints } from "./money.ts";
import { choosableRates } from "./tva.ts";

const acheteur: Acheteur = {
  type: "professionnel",
  nom: "Hôtel du Parc",
  siren: "",
  siret: "",
  tvaNumber: "",
  email: "",
  address: {
    line1: "3 place de la Halle",
    line2: "",
    zip: "86000",
    city: "Poitiers",
    country: "FR",
  },
};

const ligne = (
  designation: string,
  quantity: number,
  euros: number,
  rate: BasisPoints,
): LigneDraft => ({
  kind: "ligne",
  designation,
  description: "",
  quantity: quantity * 10_000,
  unit: "C62",
  unitPriceHt: euros * 1_000_000,
  rate,
  nature: "service",
  ajustements: [],
  produitId: null,
});

/** A facture nobody sent, to show how the société's documents look: what it says of the issuer is true, the rest is not. */
export function sampleFacture(
  emetteur: Emetteur,
  on: CalendarDay,
): { readonly content: FactureContent; readonly acheteur: Acheteur } {
  const rates = choosableRates({
    emetteur,
    acheteur,
    operation: "standard",
    exemptionArticle: "",
    on,
  });
  const [normal = 0, reduced = normal] = rates;
  const lignes = [
    ligne("Portes intérieures en chêne, pose comprise", 6, 412, reduced),
    ligne("Habillage de l’accueil, panneaux et corniche", 1, 1_980, reduced),
    ligne("Dépose et évacuation", 4, 46, normal),
  ];
  return { content: emptyContent({ lignes }), acheteur };
}
