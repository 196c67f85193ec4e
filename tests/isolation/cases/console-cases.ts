import type { Cases } from "../case.ts";

const list = {
  q: "",
  sort: "activite",
  dir: "desc",
  cursor: null,
  etat: null,
  offre: null,
  usage: null,
  sante: null,
};

/** The operator's own: refused to everybody of a société, whatever they name. */
export const consoleCases: Cases = {
  "console.apercu": { own: () => ({}) },
  "console.societes": { own: () => list },
  "console.societe": { own: (of) => ({ societeId: of.id }) },
  "console.chronologie": { own: (of) => ({ societeId: of.id, before: null }) },
  "console.note": { own: (of) => ({ societeId: of.id, reason: "Rappelée ce matin" }) },
};
