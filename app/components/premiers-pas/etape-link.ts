import type { RouterOutputs } from "../../trpc";

export type Etape = RouterOutputs["premiersPas"]["get"]["etapes"][number];

const places = {
  identite: "/reglages/societe#identite",
  tva: "/reglages/societe#tva",
  numerotation: "/reglages/societe#numerotation",
  marque: "/reglages/marque",
  iban: "/reglages/societe#paiement",
  facture: "/factures/nouvelle",
} as const satisfies Record<Etape["etape"], string>;

/** Where a step is done: at its first missing field, which takes the focus, or at its own place. */
export const etapeLink = ({ etape, field, isDone }: Etape): string =>
  field === null || isDone ? places[etape] : `/reglages/societe#${field}`;
