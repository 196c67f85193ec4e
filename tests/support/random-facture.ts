import fc from "fast-check";
import type { Acheteur, Emetteur } from "../../server/domain/emetteur.ts";
import {
  type Ajustement,
  type FactureContent,
  type LigneDraft,
  type Operation,
  operations,
} from "../../server/domain/facture.ts";
import { choosableRates } from "../../server/domain/tva.ts";
import { unitCodes } from "../../server/domain/units.ts";
import {
  aContent,
  aForeigner,
  aMicroEntrepreneur,
  anAcheteur,
  anAddress,
  anEmetteur,
  aParticulier,
} from "./facture-fixtures.ts";

export type RandomFacture = {
  readonly emetteur: Emetteur;
  readonly acheteur: Acheteur;
  readonly content: FactureContent;
};

export const RANDOM_DAY = "2026-11-22";

const overseas = (zip: string) => anAddress({ zip, city: "Ville" });

const emetteurs: readonly Emetteur[] = [
  anEmetteur(),
  anEmetteur({ exigibilite: "debits", territoire: "corse" }),
  anEmetteur({ territoire: "reunion", address: overseas("97400") }),
  anEmetteur({ territoire: "guyane", address: overseas("97300") }),
  aMicroEntrepreneur(),
  aMicroEntrepreneur({ tvaNumber: "FR44732829320" }),
];

const acheteurs: readonly Acheteur[] = [
  anAcheteur(),
  aParticulier(),
  anAcheteur({ address: overseas("97410") }),
  anAcheteur({ address: overseas("97300") }),
  anAcheteur({ siren: "", tvaNumber: "FR42000000107", address: anAddress({ country: "MC" }) }),
  aForeigner("DE", "DE123456789"),
  aForeigner("ES", ""),
  aForeigner("GB", "XI123456789"),
  aForeigner("CH", "CHE123456789"),
  aForeigner("US", "", { email: "" }),
  aForeigner("NC", ""),
];

/** The ordinary sale between French companies comes up as often as all the rest together. */
const parties: fc.Arbitrary<readonly [Emetteur, Acheteur, Operation]> = fc.oneof(
  fc.constant([anEmetteur(), anAcheteur(), "standard"] as const),
  fc.tuple(
    fc.constantFrom(...emetteurs),
    fc.constantFrom(...acheteurs),
    fc.constantFrom<Operation>("standard", "standard", ...operations),
  ),
);

const place = { name: "Chantier", ...anAddress({ zip: "33000", city: "Bordeaux" }) };
const shipTo = fc.constantFrom(null, null, null, place, { ...place, country: "BE", zip: "1000" });

/** Any text a form lets through: accents, markup, emoji, other scripts; no control character. */
const words = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .map((text) => `Réf. ${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")}`);

/** Plenty of halves and thirds of a cent: where roundings differ. */
const price = fc.oneof(
  fc.integer({ min: 1, max: 2_000_000 }).map((cents) => cents * 10_000),
  fc.integer({ min: 1, max: 999_999_999 }),
  fc.constantFrom(330_000, 5_000, 14_567, 333_333, 999_999_999_999),
);
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((units) => units * 10_000),
  fc.integer({ min: 1, max: 9_999_999 }),
  fc.constantFrom(5_000, 3_333, 1, 13_750),
);

const ajustement = (maxAmount: number): fc.Arbitrary<Ajustement> =>
  fc.oneof(
    fc.record({
      sens: fc.constantFrom("remise", "frais"),
      mode: fc.constant("pourcent"),
      valeur: fc.integer({ min: 1, max: 9_999 }),
      motif: words(12),
    } as const),
    fc.record({
      sens: fc.constantFrom("remise", "frais"),
      mode: fc.constant("montant"),
      valeur: fc.integer({ min: 1, max: maxAmount }),
      motif: words(12),
    } as const),
  );

const ligne = (rates: readonly number[]): fc.Arbitrary<LigneDraft> =>
  fc.record({
    kind: fc.constantFrom("ligne", "ligne", "ligne", "ligne", "section", "texte", "sous_total"),
    designation: words(30),
    description: fc.oneof(fc.constant(""), words(30)),
    quantity: fc.oneof(
      { weight: 9, arbitrary: quantity },
      { weight: 1, arbitrary: quantity.map((value) => -value) },
    ),
    unit: fc.constantFrom(...unitCodes),
    unitPriceHt: price,
    rate: fc.constantFrom(...rates),
    nature: fc.constantFrom("bien", "service"),
    ajustements: fc.array(ajustement(500), { maxLength: 2 }),
    produitId: fc.constant(null),
  });

/** A sheet a user could type, with one société and one client the rules treat in their own way. */
export const randomFacture: fc.Arbitrary<RandomFacture> = parties.chain(
  ([emetteur, acheteur, operation]) => {
    const rates = choosableRates({
      emetteur,
      acheteur,
      operation,
      exemptionArticle: "",
      on: RANDOM_DAY,
    });
    return fc
      .record({
        lignes: fc.array(ligne(rates), { minLength: 1, maxLength: 12 }),
        ajustements: fc.array(ajustement(5_000), { maxLength: 2 }),
        note: fc.oneof(fc.constant(""), words(60)),
        shipTo,
        purchaseOrder: fc.oneof(fc.constant(""), words(20)),
      })
      .map((sheet) => ({
        emetteur,
        acheteur,
        content: aContent({
          ...sheet,
          operation,
          exemptionArticle: operation === "exoneree_261" ? "261-4-4°" : "",
        }),
      }));
  },
);
