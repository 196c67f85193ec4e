import { abonnements } from "./schema/abonnements.ts";
import { actes } from "./schema/actes.ts";
import { audit } from "./schema/audit.ts";
import { clotures } from "./schema/clotures.ts";
import { comparaisons, ecarts } from "./schema/comparaisons.ts";
import { copies } from "./schema/copies.ts";
import { demonstrations } from "./schema/demonstrations.ts";
import { derogations } from "./schema/derogations.ts";
import { emailChanges } from "./schema/email-changes.ts";
import { facturesEditeur } from "./schema/factures-editeur.ts";
import { invitations } from "./schema/invitations.ts";
import { memberships } from "./schema/memberships.ts";
import { outbox } from "./schema/outbox.ts";
import { pannes } from "./schema/pannes.ts";
import { passkeyChallenges } from "./schema/passkey-challenges.ts";
import { passkeys } from "./schema/passkeys.ts";
import { pendingLogins } from "./schema/pending-logins.ts";
import { plans } from "./schema/plans.ts";
import { recoveryCodes, recoverySheets } from "./schema/recovery-codes.ts";
import { reglages } from "./schema/reglages.ts";
import { releves } from "./schema/releves.ts";
import { cohortes, revenusMois, revenusPlans } from "./schema/revenus.ts";
import { sauvegardes } from "./schema/sauvegardes.ts";
import { sessions } from "./schema/sessions.ts";
import { societes } from "./schema/societes.ts";
import { societesReprises } from "./schema/societes-reprises.ts";
import { stripeEffects, stripeEvents } from "./schema/stripe-events.ts";
import { suspensions } from "./schema/suspensions.ts";
import { throttles } from "./schema/throttles.ts";
import { tokens } from "./schema/tokens.ts";
import { users } from "./schema/users.ts";
import { visitesGuidees } from "./schema/visites-guidees.ts";

/** Who may enter, and what they bought. Its table names never occur in a société's database. */
export const controlSchema = {
  abonnements,
  actes,
  audit,
  clotures,
  cohortes,
  comparaisons,
  copies,
  demonstrations,
  derogations,
  ecarts,
  emailChanges,
  facturesEditeur,
  invitations,
  memberships,
  outbox,
  pannes,
  passkeyChallenges,
  passkeys,
  pendingLogins,
  plans,
  recoveryCodes,
  recoverySheets,
  reglages,
  releves,
  revenusMois,
  revenusPlans,
  sauvegardes,
  sessions,
  societes,
  societesReprises,
  stripeEffects,
  stripeEvents,
  suspensions,
  throttles,
  tokens,
  users,
  visitesGuidees,
};
