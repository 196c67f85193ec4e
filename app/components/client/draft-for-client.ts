import { defineForm } from "../../define-form";

/** Opens a brouillon already addressed to a client. */
export const draftForClient = defineForm({
  procedure: "factures.draft",
  read: (form) => ({ clientId: form.text("clientId") }),
  next: ({ factureId }) => `/factures/${factureId}/modifier`,
});
