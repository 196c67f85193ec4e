import { addMonths } from "./calendar.ts";
import { mrrOf } from "./mrr.ts";
import type { BillingInterval, SubscriptionStatus } from "./quota.ts";

/** What was kept of one month, "2026-11". Cents a month before TVA; what is lost is counted positive. */
export type MoisKept = {
  readonly mois: string;
  readonly inscrits: number;
  readonly convertis: number;
  readonly nouveaux: number;
  readonly departs: number;
  readonly echecs: number;
  readonly recuperes: number;
  readonly mrrNouveau: number;
  readonly mrrHausse: number;
  readonly mrrBaisse: number;
  readonly mrrDepart: number;
};

/** Subscriptions of one plan in one state. */
export type PlanKept = {
  readonly offre: string;
  readonly nom: string;
  readonly priceHt: number;
  readonly interval: BillingInterval;
  readonly status: SubscriptionStatus;
  readonly nb: number;
  /** Of them, those whose months were given: they bring nothing for now. */
  readonly offerts: number;
};

/** What changed in one month of those who first paid in another. */
export type CohorteKept = {
  readonly cohorte: string;
  readonly mois: string;
  readonly entres: number;
  readonly nb: number;
};

export type Kept = {
  readonly mois: readonly MoisKept[];
  readonly plans: readonly PlanKept[];
  readonly cohortes: readonly CohorteKept[];
};

export type Revenus = ReturnType<typeof revenusOf>;

const shown = 12;

/**
 * The figures of the subscriptions, today and over twelve months. Rates in tenths of a percent, null where there is
 * nothing to measure against. The state of today is counted; the months before follow from it by what changed since.
 *
 * @param current the month under way, "2026-11"
 */
export function revenusOf({ mois, plans, cohortes }: Kept, current: string) {
  const offres = offresOf(plans);
  const mrr = sum(offres, (one) => one.mrr);
  const payants = sum(offres, (one) => one.payants);
  const months = backwards(mois, { current, mrr, payants });
  const last = months.at(-2) ?? null;
  const late = plans.filter(({ status }) => status === "past_due");
  return {
    current,
    offerts: sum(plans, (plan) => (mrrOf(plan.status, plan) > 0 ? plan.offerts : 0)),
    ...{ mrr, arr: mrr * 12, payants, arpa: payants === 0 ? null : Math.round(mrr / payants) },
    churn: last && { mois: last.mois, clients: last.churn, mrr: last.churnMrr },
    conversion: last && { mois: last.mois, taux: last.conversion },
    retards: {
      nb: sum(late, ({ nb }) => nb),
      mrr: sum(late, broughtBy),
      impayes: sum(
        plans.filter(({ status }) => status === "unpaid"),
        ({ nb }) => nb,
      ),
    },
    mois: months,
    offres: offres.map((one) => ({ ...one, part: rate(one.mrr, mrr) })),
    cohortes: cohortesOf(cohortes, current),
  };
}

const sum = <T>(some: readonly T[], of: (one: T) => number): number =>
  some.reduce((total, one) => total + of(one), 0);

const rate = (part: number, whole: number): number | null =>
  whole <= 0 ? null : Math.round((part * 1_000) / whole);

const broughtBy = ({ nb, offerts, status, ...price }: PlanKept): number =>
  (nb - offerts) * mrrOf(status, price);

/** By offer, its prices and versions together, the dearest last. */
function offresOf(plans: readonly PlanKept[]) {
  return [...new Set(plans.map(({ offre }) => offre))]
    .map((offre) => {
      const own = plans.filter((plan) => plan.offre === offre);
      const paying = own.filter((plan) => mrrOf(plan.status, plan) > 0);
      return {
        offre,
        nom: own[0]?.nom ?? offre,
        payants: sum(paying, ({ nb }) => nb),
        mrr: sum(paying, broughtBy),
      };
    })
    .filter(({ payants }) => payants > 0);
}

type Today = { readonly current: string; readonly mrr: number; readonly payants: number };

function backwards(kept: readonly MoisKept[], { current, mrr, payants }: Today) {
  const known = new Map(kept.map((one) => [one.mois, one]));
  let after = { mrr, payants };
  const months = [];
  for (let index = 0; index < shown; index += 1) {
    const name = monthsAfter(current, -index);
    const one = known.get(name) ?? { ...nothing, mois: name };
    const { mrrNouveau, mrrHausse, mrrBaisse, mrrDepart } = one;
    const before = {
      mrr: after.mrr - mrrNouveau - mrrHausse + mrrBaisse + mrrDepart,
      payants: after.payants - one.nouveaux + one.departs,
    };
    months.push({
      ...one,
      ...after,
      churn: rate(one.departs, before.payants),
      churnMrr: rate(mrrBaisse + mrrDepart, before.mrr),
      conversion: rate(one.convertis, one.inscrits),
    });
    after = before;
  }
  return months.reverse();
}

const nothing: Omit<MoisKept, "mois"> = {
  ...{ inscrits: 0, convertis: 0, nouveaux: 0, departs: 0, echecs: 0, recuperes: 0 },
  ...{ mrrNouveau: 0, mrrHausse: 0, mrrBaisse: 0, mrrDepart: 0 },
};

/** How many of those who first paid in a month still pay, month after month: the last twelve months that had some. */
function cohortesOf(kept: readonly CohorteKept[], current: string) {
  const names = [...new Set(kept.map(({ cohorte }) => cohorte))].sort().slice(-shown);
  return names.map((cohorte) => {
    const own = kept.filter((one) => one.cohorte === cohorte);
    const entres = sum(own, (one) => one.entres);
    const restants: { readonly nb: number; readonly taux: number | null }[] = [];
    for (let age = 0; age < shown && monthsAfter(cohorte, age) <= current; age += 1) {
      const until = monthsAfter(cohorte, age);
      const nb = sum(own, (one) => (one.mois <= until ? one.nb : 0));
      restants.push({ nb, taux: rate(nb, entres) });
    }
    return { cohorte, entres, restants };
  });
}

const monthsAfter = (month: string, count: number): string =>
  addMonths(`${month}-01`, count).slice(0, 7);
