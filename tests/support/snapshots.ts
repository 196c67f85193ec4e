import { buildAvoir } from "#server/domain/build-avoir";
import { buildSnapshot } from "#server/domain/build-snapshot";
import type { Acheteur, Emetteur, Marque } from "#server/domain/emetteur";
import type { FactureContent, LigneDraft } from "#server/domain/facture";
import type { Snapshot } from "#server/domain/snapshot";

/** Ready-made documents for tests: a société, its clients, a brouillon, and what becomes of it at issue. */
export const anEmetteur = (part: Partial<Emetteur> = {}): Emetteur => ({
  nom: "Atelier Kervallon",
  formeJuridique: "SAS",
  isEi: false,
  siren: "732829320",
  siret: "73282932000074",
  rcs: "Nantes",
  capital: 2_500_000,
  tvaNumber: "FR44732829320",
  regime: "reel",
  exigibilite: "encaissements",
  territoire: "metropole",
  address: { line1: "12 quai de la Fosse", line2: "", zip: "44000", city: "Nantes", country: "FR" },
  email: "compta@kervallon.example",
  phone: "02 40 00 00 00",
  website: "",
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPPXXX",
  echeanceDays: 30,
  echeanceFinDeMois: false,
  penalitesRate: 1015,
  escompteRate: 0,
  escompteDays: 0,
  assurance: "",
  footer: "",
  ...part,
});

export const aMarque = (part: Partial<Marque> = {}): Marque => ({
  template: "sobre",
  accent: "#1d4e89",
  second: "#14213d",
  logoSha256: null,
  window: "right",
  ...part,
});

export const anAcheteur = (part: Partial<Acheteur> = {}): Acheteur => ({
  type: "professionnel",
  nom: "Coopérative des Monts du Lyonnais SCOP",
  siren: "552100554",
  siret: "",
  tvaNumber: "FR83552100554",
  email: "achats@monts.example",
  address: {
    line1: "5 rue de la République",
    line2: "Bâtiment C, 2e étage",
    zip: "69002",
    city: "Lyon",
    country: "FR",
  },
  ...part,
});

export const aLigne = (part: Partial<LigneDraft> = {}): LigneDraft => ({
  kind: "ligne",
  designation: "Atelier de cadrage",
  description: "",
  quantity: 20_000,
  unit: "DAY",
  unitPriceHt: 680_000_000,
  rate: 2000,
  nature: "service",
  ajustements: [],
  produitId: null,
  ...part,
});

export const aContent = (part: Partial<FactureContent> = {}): FactureContent => ({
  clientId: null,
  subject: "",
  purchaseOrder: "",
  buyerReference: "",
  operation: "standard",
  exemptionArticle: "",
  deliveredOn: "2026-11-20",
  echeance: { mode: "jours", days: 30 },
  shipTo: null,
  note: "",
  lignes: [aLigne()],
  ajustements: [],
  ...part,
});

type Facts = {
  readonly content?: Partial<FactureContent>;
  readonly emetteur?: Partial<Emetteur>;
  readonly marque?: Partial<Marque>;
  readonly acheteur?: Partial<Acheteur>;
  readonly number?: string;
};

/** A facture as issued on 22 November 2026. */
export const aSnapshot = ({ content, emetteur, marque, acheteur, number }: Facts = {}): Snapshot =>
  buildSnapshot({
    type: "facture",
    content: aContent(content),
    emetteur: anEmetteur(emetteur),
    marque: aMarque(marque),
    acheteur: anAcheteur(acheteur),
    number: number ?? "F-2026-00057",
    issuedOn: "2026-11-22",
    preceding: [],
  });

/** `count` lignes, every third with a description, of three rates when `isMixed`. */
export const manyLignes = (count: number, isMixed = false): LigneDraft[] =>
  Array.from({ length: count }, (_, i) =>
    aLigne({
      designation: `Prestation ${i + 1}`,
      description: i % 3 === 0 ? "Préparation, réalisation et compte rendu détaillé." : "",
      quantity: 10_000 * ((i % 4) + 1),
      unitPriceHt: 12_500_000 * ((i % 7) + 1),
      rate: isMixed ? ([2000, 1000, 550][i % 3] ?? 2000) : 2000,
    }),
  );

const goods = (part: Partial<LigneDraft> = {}) =>
  aLigne({
    designation: "Chaise de bureau",
    nature: "bien",
    unit: "C62",
    quantity: 40_000,
    ...part,
  });

const sections: LigneDraft[] = [
  aLigne({ kind: "section", designation: "Conception" }),
  aLigne({ description: "Entretiens avec les équipes,\ncompte rendu et feuille de route." }),
  aLigne({
    designation: "Maquettes des écrans",
    quantity: 45_000,
    unitPriceHt: 620_000_000,
    ajustements: [{ sens: "remise", mode: "pourcent", valeur: 1000, motif: "Fidélité" }],
  }),
  aLigne({ kind: "texte", designation: "Ateliers tenus dans vos locaux, du 3 au 14 novembre." }),
  aLigne({ kind: "section", designation: "Fournitures" }),
  goods({
    designation: "Manuel imprimé « Prendre en main »",
    quantity: 400_000,
    unitPriceHt: 12_500_000,
    rate: 550,
  }),
  goods({
    designation: "Déjeuner de travail",
    quantity: 80_000,
    unitPriceHt: 21_500_000,
    rate: 1000,
  }),
];

const german: Partial<Acheteur> = {
  nom: "Hofmann Möbel GmbH",
  siren: "",
  tvaNumber: "DE811569869",
  address: { line1: "Lindenstraße 12", line2: "", zip: "10969", city: "Berlin", country: "DE" },
};
const shipTo = { name: "Hofmann Lager", ...(german.address ?? anAcheteur().address) };

/** Twelve kinds of document: every treatment of TVA, every shape of the sheet. */
export const documentKinds: Readonly<Record<string, (marque?: Partial<Marque>) => Snapshot>> = {
  "services at 20 %": (marque = {}) => aSnapshot({ marque }),
  "goods with delivery address": (marque = {}) =>
    aSnapshot({
      marque,
      content: {
        lignes: [
          goods({ unitPriceHt: 123_456 }),
          goods({ designation: "Table", quantity: 13_750 }),
        ],
        shipTo: { name: "Dépôt de Villeurbanne", ...anAcheteur().address },
        purchaseOrder: "BC-7781",
        buyerReference: "SERVICE-ACHATS",
      },
    }),
  "sections, texts, discounts, three rates": (marque = {}) =>
    aSnapshot({
      marque,
      content: {
        lignes: sections,
        subject: "Refonte de l’espace adhérents",
        ajustements: [
          { sens: "remise", mode: "montant", valeur: 15_000, motif: "Geste commercial" },
        ],
        note: "Merci de votre confiance.\nNos bureaux ferment du 24 décembre au 2 janvier.",
      },
    }),
  "document discount and charge": (marque = {}) =>
    aSnapshot({
      marque,
      content: {
        lignes: [goods(), goods({ designation: "Housse", rate: 550 })],
        ajustements: [
          { sens: "remise", mode: "pourcent", valeur: 500, motif: "Remise de fin d’année" },
          { sens: "frais", mode: "montant", valeur: 4900, motif: "Port" },
        ],
      },
    }),
  "franchise 293 B of an entrepreneur individuel": (marque = {}) =>
    aSnapshot({
      marque,
      emetteur: {
        nom: "Maëlle Le Goff",
        formeJuridique: "EI",
        isEi: true,
        capital: null,
        rcs: "",
        regime: "franchise",
        tvaNumber: "",
      },
      content: { lignes: [aLigne({ rate: 0 })] },
    }),
  "building subcontractor, autoliquidation": (marque = {}) =>
    aSnapshot({
      marque,
      emetteur: { assurance: "MAAF Pro, contrat 127 045 889, France métropolitaine" },
      content: {
        operation: "sous_traitance_btp",
        lignes: [aLigne({ designation: "Pose de cloisons" })],
      },
    }),
  "goods to another member state": (marque = {}) =>
    aSnapshot({ marque, acheteur: german, content: { lignes: [goods()], shipTo } }),
  "services to another member state": (marque = {}) => aSnapshot({ marque, acheteur: german }),
  "export outside the union": (marque = {}) =>
    aSnapshot({
      marque,
      acheteur: {
        nom: "Alpina SA",
        siren: "",
        tvaNumber: "",
        address: { line1: "Rue du Rhône 8", line2: "", zip: "1204", city: "Genève", country: "CH" },
      },
      content: { lignes: [goods()] },
    }),
  "to a consumer": (marque = {}) =>
    aSnapshot({
      marque,
      acheteur: { type: "particulier", nom: "Zoé Œuvrard", siren: "", tvaNumber: "" },
      content: { lignes: [aLigne({ rate: 1000, designation: "Taille de haie", unit: "HUR" })] },
    }),
  "exempt training, 261-4-4°": (marque = {}) =>
    aSnapshot({
      marque,
      content: {
        operation: "exoneree_261",
        exemptionArticle: "261-4-4° a",
        lignes: [aLigne({ designation: "Formation" })],
      },
    }),
  "avoir of a whole facture": (marque = {}) =>
    buildAvoir(aSnapshot({ marque, content: { lignes: sections } }), {
      number: "A-2026-00003",
      issuedOn: "2026-11-25",
      motif: "Commande annulée par le client",
    }),
};
