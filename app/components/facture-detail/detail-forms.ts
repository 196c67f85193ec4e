import { reglementMethods } from "#server/domain/reglement";
import { defineForm } from "../../define-form";

const reglementSens = ["encaissement", "remboursement"] as const;

export const reglementForm = defineForm<"reglements.record">({
  procedure: "reglements.record",
  read: (form) => ({
    factureId: form.text("factureId"),
    sens: form.choice("sens", reglementSens),
    amount: form.amount("amount"),
    method: form.choice("method", reglementMethods),
    receivedOn: form.day("receivedOn"),
    reference: form.text("reference"),
    idempotencyKey: form.text("idempotencyKey"),
  }),
  next: (_, { factureId }) => `/factures/${factureId}`,
});

export const reversalForm = defineForm<"reglements.reverse">({
  procedure: "reglements.reverse",
  read: (form) => ({ reglementId: form.text("reglementId"), motif: form.text("motif") }),
});

export const cancelForm = defineForm<"factures.cancel">({
  procedure: "factures.cancel",
  read: (form) => ({
    factureId: form.text("factureId"),
    motif: form.text("motif"),
    idempotencyKey: form.text("idempotencyKey"),
  }),
  next: (_, { factureId }) => `/factures/${factureId}`,
});

export const duplicateForm = defineForm<"factures.duplicate">({
  procedure: "factures.duplicate",
  read: (form) => ({ factureId: form.text("factureId") }),
  next: ({ factureId }) => `/factures/${factureId}/modifier`,
});
