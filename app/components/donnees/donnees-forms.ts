import { defineForm } from "../../define-form";

const page = "/reglages/donnees";

export const deletionForm = defineForm({
  procedure: "cloture.request",
  read: (form) => ({ nom: form.text("nom"), current_password: form.raw("current_password") }),
  next: () => `${page}?fait=demandee`,
});

export const cancelDeletionForm = defineForm<"cloture.cancel">({
  procedure: "cloture.cancel",
  read: () => undefined,
  next: ({ isSubscriptionOver }) =>
    `${page}?fait=${isSubscriptionOver ? "annuleeSansAbonnement" : "annulee"}`,
});
