import { parseQuantity, parseRate, parseUnitPrice } from "../../server/domain/amount.ts";
import type { SnapshotInput } from "../../server/domain/build-snapshot.ts";
import type { Acheteur, Emetteur, Marque } from "../../server/domain/emetteur.ts";
import { emptyContent } from "../../server/domain/empty-content.ts";
import type {
  Address,
  Ajustement,
  FactureContent,
  LigneDraft,
} from "../../server/domain/facture.ts";

const read = (value: number | null, text: string): number => {
  if (value === null) throw new Error(`« ${text} » is not a number`);
  return value;
};

export const anAddress = (more: Partial<Address> = {}): Address => ({
  line1: "12 rue des Lilas",
  line2: "",
  zip: "69003",
  city: "Lyon",
  country: "FR",
  ...more,
});

/** A SARL of Lyon, ordinary regime, with everything a facture needs. */
export const anEmetteur = (more: Partial<Emetteur> = {}): Emetteur => ({
  nom: "Atelier Dupont",
  formeJuridique: "SARL",
  isEi: false,
  siren: "732829320",
  siret: "73282932000074",
  rcs: "Lyon",
  capital: 1_000_000,
  tvaNumber: "FR44732829320",
  regime: "reel",
  exigibilite: "encaissements",
  territoire: "metropole",
  address: anAddress(),
  email: "contact@atelier-dupont.fr",
  phone: "04 78 00 00 00",
  website: "",
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPP",
  echeanceDays: 30,
  echeanceFinDeMois: false,
  penalitesRate: 1215,
  escompteRate: 0,
  escompteDays: 0,
  assurance: "",
  footer: "",
  ...more,
});

/** A micro-entrepreneur in franchise, without TVA number. */
export const aMicroEntrepreneur = (more: Partial<Emetteur> = {}): Emetteur =>
  anEmetteur({
    nom: "Julie Martin",
    formeJuridique: "",
    isEi: true,
    rcs: "",
    capital: null,
    tvaNumber: "",
    regime: "franchise",
    ...more,
  });

export const aMarque = (more: Partial<Marque> = {}): Marque => ({
  template: "sobre",
  accent: "#1d4e89",
  second: "#14213d",
  logoSha256: null,
  window: "right",
  ...more,
});

/** A company of Paris. */
export const anAcheteur = (more: Partial<Acheteur> = {}): Acheteur => ({
  type: "professionnel",
  nom: "Client Exemple SAS",
  siren: "404833048",
  siret: "",
  tvaNumber: "FR83404833048",
  email: "compta@exemple.fr",
  address: anAddress({ line1: "5 avenue Foch", zip: "75016", city: "Paris" }),
  ...more,
});

export const aParticulier = (more: Partial<Acheteur> = {}): Acheteur =>
  anAcheteur({ type: "particulier", nom: "Jeanne Durand", siren: "", tvaNumber: "", ...more });

/** A company abroad: no SIREN, the address of its country. */
export const aForeigner = (
  country: string,
  tvaNumber: string,
  more: Partial<Acheteur> = {},
): Acheteur =>
  anAcheteur({
    nom: "Ausland & Söhne",
    siren: "",
    siret: "",
    tvaNumber,
    address: anAddress({ line1: "Hauptstrasse 1", zip: "10115", city: "Ville", country }),
    ...more,
  });

type Figures = { quantity?: string; price?: string; rate?: string };

/** A ligne from figures as typed: `aLigne({ quantity: "1,5", price: "84,60", rate: "20" })`. */
export function aLigne(
  { quantity = "1", price = "100", rate = "20" }: Figures = {},
  more: Partial<LigneDraft> = {},
): LigneDraft {
  return {
    kind: "ligne",
    designation: "Conseil",
    description: "",
    quantity: read(parseQuantity(quantity), quantity),
    unit: "C62",
    unitPriceHt: read(parseUnitPrice(price), price),
    rate: read(parseRate(rate), rate),
    nature: "service",
    ajustements: [],
    produitId: null,
    ...more,
  };
}

export const aRemise = (valeur: number, more: Partial<Ajustement> = {}): Ajustement => ({
  sens: "remise",
  mode: "pourcent",
  valeur,
  motif: "Remise commerciale",
  ...more,
});

export const aContent = (more: Partial<FactureContent> = {}): FactureContent => ({
  ...emptyContent({ clientId: "c1", lignes: [aLigne()] }),
  ...more,
});

export const aSnapshotInput = (more: Partial<SnapshotInput> = {}): SnapshotInput => ({
  type: "facture",
  content: aContent(),
  emetteur: anEmetteur(),
  marque: aMarque(),
  acheteur: anAcheteur(),
  number: "F-2026-00042",
  issuedOn: "2026-11-22",
  preceding: [],
  ...more,
});
