import type { VisiteGuidee } from "#server/domain/visite-guidee";

/** The pages that can be visited, and what each step points at: nothing there, the step is told without pointing. */
export const visites = {
  liste: {
    creer: ".haut__creer > .bouton",
    totaux: ".totaux",
    outils: ".outils",
    rangs: ".table--factures > tbody > tr",
  },
  editeur: {
    feuille: ".feuille",
    cote: ".cote__corps",
    controle: ".cote__controle",
    emettre: ".cote__pied",
  },
} as const satisfies Readonly<Record<VisiteGuidee, object>>;

export type VisiteName = VisiteGuidee;

/** The visit of a page, or null where there is none. */
export function visiteOf(pathname: string): VisiteName | null {
  if (pathname === "/factures") return "liste";
  return /^\/factures\/[^/]+\/modifier$/.test(pathname) ? "editeur" : null;
}
