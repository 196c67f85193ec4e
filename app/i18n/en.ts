import { abonnement } from "./en/abonnement";
import { acces } from "./en/acces";
import { annonces } from "./en/annonces";
import { assistance } from "./en/assistance";
import { clients } from "./en/clients";
import { cloture } from "./en/cloture";
import { commun } from "./en/commun";
import { compte } from "./en/compte";
import { operateur } from "./en/console";
import { actes } from "./en/console-actes";
import { vente } from "./en/console-plans";
import { revenus } from "./en/console-revenus";
import { sante } from "./en/console-sante";
import { societes } from "./en/console-societes";
import { verite } from "./en/console-stripe";
import { demonstration } from "./en/demonstration";
import { donnees } from "./en/donnees";
import { equipe } from "./en/equipe";
import { factures } from "./en/factures";
import { fonctionnalites } from "./en/fonctionnalites";
import { journal } from "./en/journal";
import { listes } from "./en/listes";
import { loi } from "./en/loi";
import { messages } from "./en/messages";
import { offres } from "./en/offres";
import { palette } from "./en/palette";
import { pays } from "./en/pays";
import { pilotage } from "./en/pilotage";
import { premiersPas } from "./en/premiers-pas";
import { problems } from "./en/problems";
import { produits } from "./en/produits";
import { raccourcis } from "./en/raccourcis";
import { refusals } from "./en/refusals";
import { reglages } from "./en/reglages";
import { visites } from "./en/visites";
import type { Words } from "./twin";

/** The English twin of `fr`: a sentence that is missing here does not compile. */
export const en = {
  abonnement,
  actes,
  annonces,
  assistance,
  acces,
  clients,
  cloture,
  commun,
  equipe,
  compte,
  demonstration,
  donnees,
  factures,
  fonctionnalites,
  journal,
  listes,
  loi,
  messages,
  offres,
  operateur,
  palette,
  pays,
  pilotage,
  premiersPas,
  problems,
  produits,
  raccourcis,
  refusals,
  reglages,
  revenus,
  sante,
  societes,
  vente,
  visites,
  verite,
} as const satisfies Words;
