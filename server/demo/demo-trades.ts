import type { Nature } from "#server/domain/facture";

/** designation, unit (UN/ECE Rec 20), price in cents, rate in basis points, nature. */
type DemoProduit = readonly [string, string, number, number, Nature];

export type DemoTrade = {
  readonly nom: string;
  readonly email: string;
  readonly username: string;
  readonly prenom: string;
  readonly nomFamille: string;
  readonly formeJuridique: string;
  readonly capitalEuros: number;
  readonly rcs: string;
  readonly line1: string;
  readonly zip: string;
  readonly city: string;
  readonly phone: string;
  readonly iban: string;
  readonly bic: string;
  readonly assurance: string;
  readonly exigibilite: "encaissements" | "debits";
  readonly accent: string;
  readonly second: string;
  readonly template: "sobre" | "bandeau" | "atelier";
  readonly clients: number;
  readonly factures: number;
  /** Share of clients who are consumers, in percent. */
  readonly particuliers: number;
  readonly kinds: readonly [string, ...string[]];
  readonly produits: readonly [DemoProduit, ...DemoProduit[]];
  /** Adjectives that multiply the catalogue into variants. */
  readonly variants: readonly [string, ...string[]];
  readonly subjects: readonly [string, ...string[]];
};

export const atelierLenoir: DemoTrade = {
  nom: "Atelier Lenoir",
  email: "claire@atelier-lenoir.example",
  username: "claire",
  prenom: "Claire",
  nomFamille: "Aubry",
  formeJuridique: "SARL",
  capitalEuros: 12_000,
  rcs: "Poitiers",
  line1: "14 rue des Tourneurs",
  zip: "86000",
  city: "Poitiers",
  phone: "05 49 00 00 00",
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPP",
  assurance:
    "Assurances du Clain, 86000 Poitiers – couverture géographique : France métropolitaine",
  exigibilite: "encaissements",
  accent: "#1d4e89",
  second: "#c9a227",
  template: "sobre",
  clients: 220,
  factures: 240,
  particuliers: 30,
  kinds: [
    "Résidence",
    "Cabinet",
    "SCI",
    "Hôtel",
    "Librairie",
    "Clinique",
    "Théâtre",
    "Pharmacie",
    "Syndic",
    "Studio",
  ],
  produits: [
    ["Pose de plinthes", "MTR", 1_250, 1000, "service"],
    ["Pose de parquet massif", "MTK", 4_200, 1000, "service"],
    ["Pose de porte intérieure", "C62", 18_500, 1000, "service"],
    ["Dépose des menuiseries existantes", "C62", 8_500, 1000, "service"],
    ["Fenêtre chêne, double vitrage 120 × 135 cm", "C62", 64_000, 550, "bien"],
    ["Porte palière coupe-feu EI 30, chêne", "C62", 118_000, 1000, "bien"],
    ["Plinthe chêne massif 70 mm", "MTR", 1_480, 2000, "bien"],
    ["Banquette sur mesure", "C62", 145_000, 2000, "bien"],
    ["Bibliothèque murale", "C62", 325_000, 2000, "bien"],
    ["Étude et plans d’exécution", "HUR", 6_800, 2000, "service"],
    ["Menuisier, heure d’atelier", "HUR", 5_200, 2000, "service"],
    ["Déplacement", "KMT", 65, 2000, "service"],
  ],
  variants: ["", "finition huilée", "finition vernie", "teinte noyer", "grande largeur"],
  subjects: [
    "Menuiseries du bâtiment B",
    "Agencement de l’accueil",
    "Rénovation du hall",
    "Mobilier sur mesure",
    "",
  ],
};

export const boulangerieMartin: DemoTrade = {
  nom: "Boulangerie Martin",
  email: "theo@boulangerie-martin.example",
  username: "theo",
  prenom: "Théo",
  nomFamille: "Martin",
  formeJuridique: "SAS",
  capitalEuros: 5_000,
  rcs: "Niort",
  line1: "3 place du Marché",
  zip: "79000",
  city: "Niort",
  phone: "05 49 11 11 11",
  iban: "FR1420041010050500013M02606",
  bic: "PSSTFRPPBOR",
  assurance: "",
  exigibilite: "debits",
  accent: "#8a3b12",
  second: "#e0a458",
  template: "atelier",
  clients: 120,
  factures: 180,
  particuliers: 15,
  kinds: [
    "Restaurant",
    "Café",
    "Hôtel",
    "Épicerie",
    "Crèche",
    "Traiteur",
    "Lycée",
    "Auberge",
    "Mairie de",
    "Association",
  ],
  produits: [
    ["Baguette de tradition", "C62", 105, 550, "bien"],
    ["Pain de campagne 1 kg", "C62", 420, 550, "bien"],
    ["Pain de mie tranché", "C62", 290, 550, "bien"],
    ["Croissant au beurre", "C62", 98, 550, "bien"],
    ["Pain au chocolat", "C62", 104, 550, "bien"],
    ["Tarte aux pommes, 8 parts", "C62", 1_590, 550, "bien"],
    ["Pièce montée", "C62", 8_900, 1000, "bien"],
    ["Plateau de mignardises", "C62", 3_450, 1000, "bien"],
    ["Service de buffet", "HUR", 3_800, 1000, "service"],
    ["Livraison matinale", "C62", 750, 2000, "service"],
  ],
  variants: ["", "bio", "sans sel", "aux graines"],
  subjects: ["Fournitures du mois", "Réception", "Petits-déjeuners", ""],
};
