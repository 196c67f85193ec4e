import { tvaNumberOf } from "#server/domain/identifiers";
import type { Cases } from "../case.ts";
import { footer, identite, logo, marque, paiement, serie, tva } from "../furnish.ts";

const siren = "732829320";

/** An avoir was issued: its numbering stays as it is. */
const locked = "409 SERIE_LOCKED";

export const societeCases: Cases = {
  "societe.get": { own: () => ({}) },
  "societe.marque": { own: () => ({}) },
  "societe.updateIdentite": { own: (of) => identite(of, siren) },
  "societe.updateTva": { own: () => tva(tvaNumberOf(siren)) },
  "societe.updatePaiement": { own: () => paiement() },
  "societe.updateMarque": { own: (of) => marque(of) },
  "societe.updateFooter": { own: (of) => footer(of) },
  "societe.sample": { own: (of) => marque(of) },
  "societe.publicMarque": {
    own: () => ({ slug: "isolation-a" }),
    reaching: () => ({ "nobody's": { slug: "n-existe-pas" } }),
    session: "none",
  },
  "societe.setLogo": { own: (of) => logo(of) },
  "societe.askSecondFactor": {
    own: () => ({ isAsked: true }),
    refusedBecause: "403 SECOND_FACTOR_REQUIRED",
  },
  "societe.removeLogo": { own: () => ({}) },
  "societe.updateSeries": { own: (of) => serie(of, "avoir"), refusedBecause: locked },
  "societe.declareLastNumber": {
    own: () => ({ code: "avoir", example: "AV-2026-0142" }),
    refusedBecause: locked,
  },
};
