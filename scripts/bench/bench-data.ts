import type { ClientInput } from "#server/clients/client-input";
import { demoSiren, demoSiret } from "#server/demo/demo-identifiers";
import type { FactureContent, LigneDraft } from "#server/domain/facture";
import { tvaNumberOf } from "#server/domain/identifiers";

/** Integer formulas only: the same data on every machine. */
const hexOf = (i: number) => ((i * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0");

/** Ids carry the time they were made in their first digits; these are of the first of January 2026. */
export const seedId = (kind: "client" | "produit", i: number) =>
  `019b7636${kind === "client" ? "c000" : "d000"}7000a000${i.toString(16).padStart(12, "0")}`;

/** Towns give a few clients an accent and an œ to be found by. */
const towns = [
  ["86000", "Poitiers"],
  ["51480", "Œuilly"],
  ["86100", "Châtellerault"],
  ["49000", "Angers"],
] as const;

export function benchClient(i: number): ClientInput {
  const [zip, city] = towns[i % 97 === 0 ? 1 + (i % 2) : (i % 2) * 3] ?? towns[0];
  const siren = demoSiren(i % 240_000);
  return {
    type: "professionnel",
    nom: `Client ${hexOf(i)} ${i}`,
    siren,
    siret: demoSiret(siren),
    tvaNumber: tvaNumberOf(siren),
    email: `client${i}@societe.example`,
    phone: "",
    note: "",
    echeance: null,
    address: { line1: `${1 + (i % 90)} rue du Moulin`, line2: "", zip, city, country: "FR" },
  };
}

export const benchProduit = (i: number) => ({
  reference: `P-${String(i).padStart(4, "0")}`,
  designation: `Prestation ${hexOf(i)} ${i}`,
  description: "",
  unit: "C62",
  unitPriceHt: (20 + (i % 180)) * 1_000_000,
  rate: 2_000,
  nature: "service" as const,
});

/** Facture i: client 1 + 7i mod 1000, five lignes, HT between 100 and 1,000 €, TVA 20 %. */
export function benchContent(i: number): FactureContent {
  return {
    clientId: seedId("client", 1 + ((i * 7) % 1_000)),
    subject: "",
    purchaseOrder: "",
    buyerReference: "",
    operation: "standard",
    exemptionArticle: "",
    deliveredOn: null,
    echeance: { mode: "jours", days: 30 },
    shipTo: null,
    note: "",
    lignes: Array.from({ length: 5 }, (_, position) => benchLigne(i, position)),
    ajustements: [],
  };
}

const eurosOf = (i: number, position: number) => 20 + ((i + position) % 180);

/** TVA of 20 % included, cents. */
export const totalTtcOf = (i: number) =>
  [0, 1, 2, 3, 4].reduce((sum, position) => sum + eurosOf(i, position) * 120, 0);

function benchLigne(i: number, position: number): LigneDraft {
  const produit = 1 + ((i * 5 + position) % 1_000);
  const { designation, unit, rate, nature } = benchProduit(produit);
  return {
    kind: "ligne",
    designation,
    description: "",
    quantity: 10_000,
    unit,
    unitPriceHt: eurosOf(i, position) * 1_000_000,
    rate,
    nature,
    ajustements: [],
    produitId: seedId("produit", produit),
  };
}

export const isPaid = (i: number) => i % 3 !== 0;
