import type { Emetteur } from "./emetteur.ts";

/** The name as it must appear on every document: « EI » beside that of an entrepreneur individuel (C. com. R526-27). */
export function nomLegal({ nom, isEi }: Pick<Emetteur, "nom" | "isEi">): string {
  const isSaid = /(?:^|\s)EI(?:\s|$)|entrepreneur individuel/i.test(nom);
  return isEi && !isSaid ? `${nom} EI` : nom;
}
