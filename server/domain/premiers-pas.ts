import { emetteurGaps } from "./check-emetteur.ts";
import type { Emetteur } from "./emetteur.ts";

/** What a société does once. */
type EtapeName = "identite" | "tva" | "numerotation" | "marque" | "iban" | "facture";

export type Etape = {
  readonly etape: EtapeName;
  readonly isDone: boolean;
  /** The field of the settings to begin with, named as problems do (`siren`, `address.zip`); null: the step's own place. */
  readonly field: string | null;
};

/** What the books say of a société that begins. */
export type Debuts = {
  readonly emetteur: Emetteur;
  readonly hasLogo: boolean;
  /** Saved at least once, were it without a change: somebody looked at it and agreed. */
  readonly isTvaSaved: boolean;
  readonly isSerieSaved: boolean;
  readonly isMarqueSaved: boolean;
  readonly hasIssued: boolean;
};

/** Asked by a step of their own, or given a value by law. */
const notOfIdentity = new Set(["tvaNumber", "penalitesRate"]);

/** The first steps and how far they are: computed from the books each time, so that no tick can be wrong. */
export function premiersPas(debuts: Debuts): readonly Etape[] {
  const { emetteur, hasIssued, isTvaSaved, isSerieSaved, isMarqueSaved, hasLogo } = debuts;
  const gaps = emetteurGaps(emetteur).map(({ field }) => field.replace(/^emetteur\./, ""));
  const ofIdentity = gaps.filter((field) => !notOfIdentity.has(field));
  const lacksTvaNumber = gaps.includes("tvaNumber");
  return [
    { etape: "identite", isDone: ofIdentity.length === 0, field: firstField(ofIdentity) },
    {
      etape: "tva",
      isDone: !lacksTvaNumber && (isTvaSaved || hasIssued),
      field: lacksTvaNumber && emetteur.siren !== "" ? "tvaNumber" : null,
    },
    // once a number is given the serie is settled
    { etape: "numerotation", isDone: isSerieSaved || hasIssued, field: null },
    { etape: "marque", isDone: hasLogo || isMarqueSaved, field: null },
    { etape: "iban", isDone: emetteur.iban !== "", field: "iban" },
    { etape: "facture", isDone: hasIssued, field: null },
  ];
}

/** The SIRET gives the SIREN and the TVA number: whoever lacks the SIREN begins there. */
const firstField = (gaps: readonly string[]): string | null =>
  gaps.includes("siren") ? "siret" : (gaps[0] ?? null);
