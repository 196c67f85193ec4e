import { createCallerFactory, router } from "./procedures.ts";
import { abonnementRouter } from "./routers/abonnement.ts";
import { annoncesRouter } from "./routers/annonces.ts";
import { authRouter } from "./routers/auth.ts";
import { clientsRouter } from "./routers/clients.ts";
import { clotureRouter } from "./routers/cloture.ts";
import { compteRouter } from "./routers/compte.ts";
import { consoleRouter } from "./routers/console.ts";
import { consoleActesRouter } from "./routers/console-actes.ts";
import { consoleAnnoncesRouter } from "./routers/console-annonces.ts";
import { consolePlansRouter } from "./routers/console-plans.ts";
import { consoleRevenusRouter } from "./routers/console-revenus.ts";
import { consoleSanteRouter } from "./routers/console-sante.ts";
import { consoleStripeRouter } from "./routers/console-stripe.ts";
import { consoleVisitesRouter } from "./routers/console-visites.ts";
import { demonstrationRouter } from "./routers/demonstration.ts";
import { editeurRouter } from "./routers/editeur.ts";
import { equipeRouter } from "./routers/equipe.ts";
import { facturesRouter } from "./routers/factures.ts";
import { invitationRouter } from "./routers/invitation.ts";
import { journalRouter } from "./routers/journal.ts";
import { listesRouter } from "./routers/listes.ts";
import { messagesRouter } from "./routers/messages.ts";
import { pilotageRouter } from "./routers/pilotage.ts";
import { plansRouter } from "./routers/plans.ts";
import { premiersPasRouter } from "./routers/premiers-pas.ts";
import { produitsRouter } from "./routers/produits.ts";
import { rechercheRouter } from "./routers/recherche.ts";
import { reglementsRouter } from "./routers/reglements.ts";
import { societeRouter } from "./routers/societe.ts";
import { visitesRouter } from "./routers/visites.ts";

export const appRouter = router({
  abonnement: abonnementRouter,
  annonces: annoncesRouter,
  auth: authRouter,
  clients: clientsRouter,
  compte: compteRouter,
  cloture: clotureRouter,
  console: consoleRouter,
  consoleActes: consoleActesRouter,
  consolePlans: consolePlansRouter,
  consoleRevenus: consoleRevenusRouter,
  consoleStripe: consoleStripeRouter,
  consoleAnnonces: consoleAnnoncesRouter,
  consoleSante: consoleSanteRouter,
  consoleVisites: consoleVisitesRouter,
  demonstration: demonstrationRouter,
  editeur: editeurRouter,
  equipe: equipeRouter,
  factures: facturesRouter,
  invitation: invitationRouter,
  journal: journalRouter,
  listes: listesRouter,
  messages: messagesRouter,
  pilotage: pilotageRouter,
  plans: plansRouter,
  premiersPas: premiersPasRouter,
  produits: produitsRouter,
  recherche: rechercheRouter,
  reglements: reglementsRouter,
  societe: societeRouter,
  visites: visitesRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
