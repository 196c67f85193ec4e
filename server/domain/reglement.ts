/** How money came in (or went back). */
export const reglementMethods = [
  "virement",
  "carte",
  "cheque",
  "especes",
  "prelevement",
  "effet",
  "autre",
] as const;
export type ReglementMethod = (typeof reglementMethods)[number];
