import { createContext, useContext } from "react";
import type { RouterOutputs } from "../../trpc";
import type { Offre, Rythme } from "../tarifs/offre";

export type Abonnement = RouterOutputs["abonnement"]["get"];

/** What the page of the subscription shows; every part of it reads the same. */
export type AbonnementView = Abonnement & {
  readonly offres: readonly Offre[];
  readonly rythme: Rythme;
  /** The offer chosen before coming here. */
  readonly wanted: string | null;
};

const ViewContext = createContext<AbonnementView | null>(null);
export const AbonnementProvider = ViewContext.Provider;

export function useAbonnement(): AbonnementView {
  const view = useContext(ViewContext);
  if (!view) throw new Error("AbonnementProvider is missing");
  return view;
}

/** What is paid for: nothing on trial or on the free plan. */
export function chargedOf({ entitlement, subscription, offres }: AbonnementView) {
  if (entitlement.source !== "abonnement" || !subscription) return null;
  const offre = offres.find((one) => one.offre === subscription.plan.offre);
  const price = offre?.[subscription.interval];
  return { subscription, priceHt: price?.priceHt ?? null };
}

/** A first debit takes days: there is nothing to confirm, only to wait for. */
export const awaitsDebit = ({ subscription }: Pick<Abonnement, "subscription">): boolean =>
  subscription?.status === "incomplete" && (subscription.paymentMethod ?? "").startsWith("SEPA");

/** The offer above the one in force; null at the top. */
export function nextOffre({ entitlement, offres }: AbonnementView): Offre | null {
  const at = offres.findIndex((one) => one.offre === entitlement.plan.offre);
  return offres[at + 1] ?? null;
}
