import { apercuPath } from "#server/http/apercu-route";
import { brouillonPath } from "#server/http/brouillon-route";
import { clientsExportPath } from "#server/http/clients-export-route";
import { abonnementDocumentPath, documentPath } from "#server/http/document-route";
import { donneesPath } from "#server/http/donnees-route";
import { exportPath } from "#server/http/export-route";
import { journalExportPath } from "#server/http/journal-export-route";
import { marquePath } from "#server/http/marque-route";
import { produitsExportPath } from "#server/http/produits-export-route";
import { publicMarquePath } from "#server/http/public-marque-route";
import { societeExportPath } from "#server/http/societe-export-route";
import { stripeWebhookPath } from "#server/http/stripe-webhook-route";
import { zipPath } from "#server/http/zip-route";

const noSociete = "knows no société";
const sandbox = "the double of Stripe: no database of a société, ids nobody can guess";

/** Each route of the service, and where it is attacked. A new one fails the suite until it is said here. */
export const attackedRoutes: Readonly<Record<string, string>> = {
  "/*": "what comes before all of them, tests/http; then the pages, attack-pages",
  "/api/trpc/*": "attack-procedure, attack-batches, attack-live",
  [documentPath]: "attack-documents, attack-renderings",
  [brouillonPath]: "attack-brouillons",
  [abonnementDocumentPath]: "attack-documents",
  [exportPath]: "attack-exports",
  [clientsExportPath]: "attack-exports",
  [produitsExportPath]: "attack-exports",
  [journalExportPath]: "attack-exports",
  [societeExportPath]: "attack-documents",
  [zipPath]: "attack-exports",
  [donneesPath]: "of a person, by a link sealed for their session: tests/rgpd",
  [marquePath]: "attack-documents, attack-together",
  [apercuPath]: "attack-marque",
  [publicMarquePath]: "attack-marque",
  [stripeWebhookPath]: "known by its signature alone: tests/billing",
  "/sante": noSociete,
  "/sante/pret": noSociete,
  "/metrics": "counts of the fleet, known by its token alone: tests/http/metrics",
  "/assets/*": noSociete,
  "/:file{[\\w.-]+\\.(ico|png|svg|txt|webmanifest)}": noSociete,
  "/bac-a-sable/*": sandbox,
  "/bac-a-sable/checkout/:id": sandbox,
  "/bac-a-sable/portail/:id": sandbox,
  "/bac-a-sable/facture/:id": sandbox,
  "/bac-a-sable/facture/:id/pdf": sandbox,
  "/bac-a-sable/horloge": sandbox,
};
