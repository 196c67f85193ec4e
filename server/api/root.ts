import { createCallerFactory, router } from "./procedures.ts";
import { authRouter } from "./routers/auth.ts";
import { clientsRouter } from "./routers/clients.ts";
import { documentsRouter } from "./routers/documents.ts";
import { journalRouter } from "./routers/journal.ts";
import { produitsRouter } from "./routers/produits.ts";
import { societeRouter } from "./routers/societe.ts";

export const appRouter = router({
  auth: authRouter,
  clients: clientsRouter,
  documents: documentsRouter,
  journal: journalRouter,
  produits: produitsRouter,
  societe: societeRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
