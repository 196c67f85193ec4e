import { aBookedFacture } from "../booked.ts";
import type { Cases } from "../case.ts";
import { anIssuedFacture } from "../issue.ts";

/** These sociétés never paid: there is nothing to change, and only the right people are told so. */
const none = "409 SUBSCRIPTION_REQUIRED";
const plan = { planCode: "pro_mensuel" };

export const abonnementCases: Cases = {
  "abonnement.document": {
    own: async (of, world) => ({ factureId: (await aBookedFacture(world, of)).factureId }),
    reaching: async (world) => ({
      "the éditeur's own": { factureId: (await anIssuedFacture(world.editeur)).factureId },
    }),
  },
  "abonnement.factures": { own: () => ({}) },
  "abonnement.get": { own: () => ({}) },
  "abonnement.checkout": { own: () => plan },
  "abonnement.portal": {
    own: async (of) => {
      await of.call("abonnement.checkout", plan);
      return {};
    },
  },
  "abonnement.previewChange": { own: () => plan, refusedBecause: none },
  "abonnement.change": { own: () => plan, refusedBecause: none },
  "abonnement.cancel": { own: () => ({}), refusedBecause: none },
  "abonnement.resume": { own: () => ({}), refusedBecause: none },
  "abonnement.refresh": { own: () => ({}) },
  "abonnement.invoices": { own: () => ({}) },
  "abonnement.usage": { own: () => ({}) },
  "editeur.declare": { own: (of) => ({ societeId: of.id }) },
  "editeur.get": { own: () => ({}) },
  "plans.list": { own: () => ({}), session: "none" },
};
