import { buildAvoir } from "#server/domain/build-avoir";
import { buildSnapshot } from "#server/domain/build-snapshot";
import type { Acheteur, Emetteur, Marque } from "#server/domain/emetteur";
import type { FactureContent, LigneDraft } from "#server/domain/facture";
import type { Acquittement } from "#server/domain/reglement";
import type { Snapshot } from "#server/domain/snapshot";
import {
  aContent,
  aForeigner,
  aLigne,
  aMarque,
  aMicroEntrepreneur,
  anAcheteur,
  anAddress,
  anEmetteur,
  aParticulier,
  aRemise,
} from "./facture-fixtures.ts";

type Facts = {
  readonly content?: Partial<FactureContent>;
  readonly emetteur?: Emetteur;
  readonly marque?: Partial<Marque>;
  readonly acheteur?: Acheteur;
  readonly number?: string;
  readonly acquittement?: Acquittement;
};

/** A facture as issued on 22 November 2026. */
export const aSnapshot = (facts: Facts = {}): Snapshot =>
  buildSnapshot({
    type: "facture",
    content: aContent({ deliveredOn: "2026-11-20", ...facts.content }),
    emetteur: facts.emetteur ?? anEmetteur(),
    marque: aMarque(facts.marque),
    acheteur: facts.acheteur ?? anAcheteur(),
    number: facts.number ?? "F-2026-00057",
    issuedOn: "2026-11-22",
    preceding: [],
    ...(facts.acquittement ? { acquittement: facts.acquittement } : {}),
  });

/** `count` lignes of three rates, every third with a description. */
export const manyLignes = (count: number): LigneDraft[] =>
  Array.from({ length: count }, (_, i) =>
    aLigne(
      { quantity: String((i % 4) + 1), rate: ["20", "10", "5,5"][i % 3] ?? "20" },
      {
        designation: `Prestation ${i + 1}`,
        description: i % 3 === 0 ? "Préparation, réalisation et compte rendu détaillé." : "",
        unitPriceHt: 12_500_000 * ((i % 7) + 1),
      },
    ),
  );

const goods = (price: string, more: Partial<LigneDraft> = {}) =>
  aLigne({ quantity: "4", price }, { designation: "Chaise", nature: "bien", ...more });

const sheet: LigneDraft[] = [
  aLigne({}, { kind: "section", designation: "Conception" }),
  aLigne(
    { quantity: "2", price: "680" },
    {
      designation: "Atelier de cadrage",
      description: "Entretiens avec les équipes,\ncompte rendu et feuille de route.",
      unit: "DAY",
    },
  ),
  aLigne(
    { quantity: "4,5", price: "620" },
    { designation: "Maquettes des écrans", unit: "DAY", ajustements: [aRemise(1000)] },
  ),
  aLigne({}, { kind: "texte", designation: "Ateliers tenus dans vos locaux en novembre." }),
  aLigne({}, { kind: "section", designation: "Fournitures" }),
  goods("12,5", { designation: "Manuel imprimé « Prendre en main »", rate: 550 }),
  goods("21,5", { designation: "Déjeuner de travail", rate: 1000 }),
];

const german = aForeigner("DE", "DE811569869", { nom: "Hofmann Möbel GmbH" });
const depot = {
  name: "Dépôt de Villeurbanne",
  ...anAddress({ zip: "69100", city: "Villeurbanne" }),
};

/** What makes each of twelve kinds of document special: treatments of TVA, parties, shapes of the sheet. */
const kinds = {
  "services at 20 %": {},
  "goods with delivery address": {
    content: {
      lignes: [goods("0,123456"), goods("680", { designation: "Table", quantity: 13_750 })],
      shipTo: depot,
      purchaseOrder: "BC-7781",
      buyerReference: "SERVICE-ACHATS",
    },
  },
  "sections, texts, discounts, three rates": {
    content: {
      lignes: sheet,
      subject: "Refonte de l’espace adhérents",
      ajustements: [aRemise(15_000, { mode: "montant", motif: "Geste commercial" })],
      note: "Merci de votre confiance.\nNos bureaux ferment du 24 décembre au 2 janvier.",
    },
  },
  "document discount and charge": {
    content: {
      lignes: [goods("680"), goods("41,21", { designation: "Housse", rate: 550 })],
      ajustements: [aRemise(500), aRemise(4900, { sens: "frais", mode: "montant", motif: "Port" })],
    },
  },
  "franchise 293 B": { emetteur: aMicroEntrepreneur() },
  "construction subcontracting": {
    emetteur: anEmetteur({ assurance: "MAAF Pro, contrat 127 045 889, France" }),
    content: { operation: "sous_traitance_btp" },
  },
  "goods to another member state": {
    acheteur: german,
    content: { lignes: [goods("680")], shipTo: { name: "Hofmann Lager", ...german.address } },
  },
  "services to another member state": { acheteur: german },
  "goods exported": { acheteur: aForeigner("CH", ""), content: { lignes: [goods("680")] } },
  "to a consumer": {
    acheteur: aParticulier({ nom: "Zoé Œuvrard" }),
    content: { lignes: [aLigne({ rate: "10", quantity: "1,5" }, { unit: "HUR" })] },
  },
  "exempt training": {
    content: {
      operation: "exoneree_261",
      exemptionArticle: "261-4-4° a",
      lignes: [aLigne({ rate: "0" }, { designation: "Formation" })],
    },
  },
} as const satisfies Record<string, Facts>;

const avoir = (marque: Partial<Marque>) =>
  buildAvoir(aSnapshot({ marque, content: { lignes: sheet } }), {
    number: "A-2026-00003",
    issuedOn: "2026-11-25",
    motif: "Commande annulée par le client",
  });

/** Twelve kinds of document, to print with any template and colours. */
export const printedKinds: readonly (readonly [
  kind: string,
  make: (marque: Partial<Marque>) => Snapshot,
])[] = [
  ...Object.entries(kinds).map(
    ([kind, facts]) =>
      [kind, (marque: Partial<Marque>) => aSnapshot({ ...facts, marque })] as const,
  ),
  ["avoir of a whole facture", avoir],
];

export const templates = ["sobre", "bandeau", "atelier"] as const satisfies Marque["template"][];
