import { problemsFr } from "../problems-fr";
import { refusalsFr } from "../refusals-fr";
import { abonnement } from "./fr/abonnement";
import { acces } from "./fr/acces";
import { annonces } from "./fr/annonces";
import { assistance } from "./fr/assistance";
import { clients } from "./fr/clients";
import { cloture } from "./fr/cloture";
import { commun } from "./fr/commun";
import { compte } from "./fr/compte";
import { operateur } from "./fr/console";
import { actes } from "./fr/console-actes";
import { vente } from "./fr/console-plans";
import { revenus } from "./fr/console-revenus";
import { sante } from "./fr/console-sante";
import { societes } from "./fr/console-societes";
import { verite } from "./fr/console-stripe";
import { demonstration } from "./fr/demonstration";
import { donnees } from "./fr/donnees";
import { equipe } from "./fr/equipe";
import { factures } from "./fr/factures";
import { fonctionnalites } from "./fr/fonctionnalites";
import { journal } from "./fr/journal";
import { listes } from "./fr/listes";
import { loi } from "./fr/loi";
import { messages } from "./fr/messages";
import { offres } from "./fr/offres";
import { palette } from "./fr/palette";
import { pays } from "./fr/pays";
import { pilotage } from "./fr/pilotage";
import { premiersPas } from "./fr/premiers-pas";
import { produits } from "./fr/produits";
import { raccourcis } from "./fr/raccourcis";
import { reglages } from "./fr/reglages";
import { visites } from "./fr/visites";

/** One namespace a feature; the file of each is owned by the feature's pages. */
export const fr = {
  abonnement,
  actes,
  annonces,
  assistance,
  acces,
  clients,
  commun,
  cloture,
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
  problems: problemsFr,
  produits,
  raccourcis,
  refusals: refusalsFr,
  reglages,
  revenus,
  sante,
  societes,
  vente,
  visites,
  verite,
} as const;
