import type { operateur as fr } from "../fr/console";
import type { Twin } from "../twin";

export const operateur = {
  cadre: {
    console: "Console",
    rail: "Console and navigation",
    role: "Super-admin",
    garde: "Second factor given. The session closes after 30 minutes without activity.",
    retour: "Back to {{societe}}",
  },
  lieux: {
    societes: "Companies",
    revenus: "Revenue",
    stripe: "Stripe",
    journal: "Journal",
    editeur: "Publisher",
    sante: "Health",
    annonces: "Announcements",
    plans: "Plans",
  },
  filtrer: "Filter",
  editeur: {
    onglet: "Publisher of the service",
    titre: "Publisher of the service",
    chapo:
      "The company that sells the subscriptions. Each payment becomes one of its invoices, issued and archived like everybody else’s.",
    actuel: "Current publisher:",
    aucun: "No publisher: the paid plans are not on sale.",
    choix: "Company that invoices",
    aide: "The companies you administer. Its legal notices, SIREN and VAT number must be complete.",
    declarer: "Invoice through this company",
    sansSociete:
      "Your account administers no company. Register the publisher’s, then come back here.",
    inscrire: "Register a company",
    fait: "Saved: payments to come will be invoiced by this company.",
  },
} as const satisfies Twin<typeof fr>;
