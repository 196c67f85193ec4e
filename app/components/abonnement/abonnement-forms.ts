import { defineForm } from "../../define-form";

const page = "/reglages/abonnement";

/** To Stripe's own page; the address comes from Stripe. */
export const checkoutForm = defineForm<"abonnement.checkout">({
  procedure: "abonnement.checkout",
  read: (form) => ({ planCode: form.text("planCode") }),
  next: ({ url }) => url,
});

export const portalForm = defineForm<"abonnement.portal">({
  procedure: "abonnement.portal",
  read: () => undefined,
  next: ({ url }) => url,
});

export const changeForm = defineForm<"abonnement.change">({
  procedure: "abonnement.change",
  read: (form) => ({ planCode: form.text("planCode") }),
  next: (change) => {
    if (change.effect === "once_paid") return change.paymentUrl ?? page;
    return `${page}?fait=${change.effect === "now" ? "change" : "prevu"}`;
  },
});

export const cancelForm = defineForm<"abonnement.cancel">({
  procedure: "abonnement.cancel",
  read: () => undefined,
  next: () => `${page}?fait=resilie`,
});

export const resumeForm = defineForm<"abonnement.resume">({
  procedure: "abonnement.resume",
  read: () => undefined,
  next: () => `${page}?fait=garde`,
});
