import type { Abonnement } from "#db/control/schema/abonnements";
import type { AbonnementReading } from "./abonnement-reading.ts";

/** One thing both sides say differently: amounts in cents and instants in milliseconds, as text. */
export type Ecart = {
  readonly societeId: string | null;
  /** What it is about at Stripe: a customer, a plan's code or an offer's. */
  readonly objet: string;
  readonly champ: string;
  readonly ici: string | null;
  readonly stripe: string | null;
};

/** What Stripe decides of a row. */
const compared = [
  "stripeCustomerId",
  "subscriptionId",
  "status",
  "planCode",
  "periodStart",
  "periodEnd",
  "anchorAt",
  "cancelAt",
  "endedAt",
  "pendingPlanCode",
  "pendingAt",
  "dueTtc",
  "dueUrl",
  "paymentMethod",
  "offertUntil",
  "offertMois",
  "offertHt",
] as const satisfies readonly (keyof Abonnement & keyof AbonnementReading)[];

const said = (value: string | number | null): string | null =>
  value === null ? null : String(value);

/** Where a row and a reading of Stripe differ, in the order of the columns. */
export const ecartsOf = (row: Abonnement, reading: AbonnementReading): readonly Ecart[] =>
  compared
    .filter((champ) => row[champ] !== reading[champ])
    .map((champ) => ({
      societeId: row.societeId,
      objet: row.stripeCustomerId ?? row.societeId,
      champ,
      ici: said(row[champ]),
      stripe: said(reading[champ]),
    }));
