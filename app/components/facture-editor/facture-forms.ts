import { defineForm } from "../../define-form";
import { paiementForm } from "../reglages/emetteur-forms";

/** Forms of a facture, shared by the page and, without JavaScript, by its route's action. */
export const draftForm = defineForm<"factures.draft">({
  procedure: "factures.draft",
  read: (form) => ({ clientId: form.optional("clientId") }),
  next: ({ factureId }) => `/factures/${factureId}/modifier`,
});

export const issueForm = defineForm<"factures.issue">({
  procedure: "factures.issue",
  read: (form) => ({
    factureId: form.text("factureId"),
    version: form.int("version"),
    idempotencyKey: form.text("idempotencyKey"),
  }),
  next: (_, { factureId }) => `/factures/${factureId}`,
});

export const discardForm = defineForm<"factures.discard">({
  procedure: "factures.discard",
  read: (form) => ({ factureId: form.text("factureId") }),
  next: () => "/factures",
});

/** The account asked beside the first facture; the page stays. */
export const ibanForm = defineForm<"societe.updatePaiement">({
  procedure: paiementForm.procedure,
  read: paiementForm.read,
});
