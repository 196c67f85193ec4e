import type { Cases } from "../case.ts";
import { abonnementCases } from "./abonnement-cases.ts";
import { annoncesCases } from "./annonces-cases.ts";
import { authCases } from "./auth-cases.ts";
import { clientsCases } from "./clients-cases.ts";
import { clotureCases } from "./cloture-cases.ts";
import { compteCases } from "./compte-cases.ts";
import { consoleCases } from "./console-cases.ts";
import { demonstrationCases } from "./demonstration-cases.ts";
import { equipeCases } from "./equipe-cases.ts";
import { facturesCases } from "./factures-cases.ts";
import { journalCases } from "./journal-cases.ts";
import { listesCases } from "./listes-cases.ts";
import { messagesCases } from "./messages-cases.ts";
import { pilotageCases } from "./pilotage-cases.ts";
import { premiersPasCases } from "./premiers-pas-cases.ts";
import { produitsCases } from "./produits-cases.ts";
import { rechercheCases } from "./recherche-cases.ts";
import { reglementsCases } from "./reglements-cases.ts";
import { societeCases } from "./societe-cases.ts";
import { visitesCases } from "./visites-cases.ts";

/** One case for each procedure of the router; the suite fails on a missing one. */
export const cases: Cases = {
  ...abonnementCases,
  ...annoncesCases,
  ...authCases,
  ...compteCases,
  ...clientsCases,
  ...clotureCases,
  ...consoleCases,
  ...demonstrationCases,
  ...equipeCases,
  ...facturesCases,
  ...journalCases,
  ...listesCases,
  ...messagesCases,
  ...pilotageCases,
  ...premiersPasCases,
  ...produitsCases,
  ...rechercheCases,
  ...reglementsCases,
  ...societeCases,
  ...visitesCases,
};
