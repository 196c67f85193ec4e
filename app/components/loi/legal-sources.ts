import type { Words } from "../../i18n/twin";

export type LegalPoint = keyof Words["loi"]["points"];

/** Where each point stands in the law, or in the standard: as one looks it up, in French whatever the page speaks. */
export const legalSources = {
  archives: "Code de commerce, art. L123-22 ; Livre des procédures fiscales, art. L102 B",
  avoir: "Code général des impôts, art. 289, I-5",
  delai: "Code de commerce, art. L441-10",
  escompte: "Code de commerce, art. L441-9",
  iban: "Norme EPC069-12 du Conseil européen des paiements",
  identite: "Code de commerce, art. R123-237 et R123-238",
  indemnite: "Code de commerce, art. D441-5",
  mentions:
    "Code général des impôts, annexe II, art. 242 nonies A et art. 1737, II ; Code de commerce, art. L441-9",
  numeroTva: "Code général des impôts, annexe II, art. 242 nonies A",
  numerotation: "Code général des impôts, annexe II, art. 242 nonies A, I-7°",
  penalites: "Code de commerce, art. L441-10",
  regime: "Code général des impôts, art. 293 B",
} as const satisfies Record<LegalPoint, string>;

/** A standard is not on the site of the law. */
export const isOfLaw = (point: LegalPoint): boolean => point !== "iban";
