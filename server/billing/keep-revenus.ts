import { eq, sql } from "drizzle-orm";
import type { Abonnement } from "#db/control/schema/abonnements";
import { plans } from "#db/control/schema/plans";
import { cohortes, revenusMois } from "#db/control/schema/revenus";
import { todayInParis } from "#server/domain/calendar";
import { mrrOf } from "#server/domain/mrr";
import type { ControlTx } from "#server/tenancy/control";
import { fixedChange } from "#server/tenancy/fixed-statement";

type State = Pick<Abonnement, "status" | "planCode" | "offertUntil">;
type Counts = Partial<Omit<typeof revenusMois.$inferInsert, "mois">>;

const monthOf = (at: number): string => todayInParis(at).slice(0, 7);

/** One société more, in the month it registered. */
export const keepRegistration = (tx: ControlTx, at: number): Promise<void> =>
  countOne(tx, [monthOf(at)]);

const countOne = fixedChange(
  "INSERT INTO revenus_mois (mois, inscrits) VALUES (?, 1) ON CONFLICT (mois) DO UPDATE SET inscrits = inscrits + 1",
);

/**
 * Counts what one change of a subscription adds to its month or takes from it, in the transaction of the change.
 *
 * @returns the month it first paid, now known or still not
 */
export async function keepRevenus(
  tx: ControlTx,
  before: Abonnement,
  after: State,
  at: number,
): Promise<string | null> {
  const { premierMois } = before;
  if (isSame(before, after)) return premierMois;
  const mois = monthOf(at);
  const [was, is] = [await bringing(tx, before), await bringing(tx, after)];
  await count(tx, mois, { ...movementOf(was, is), ...paymentOf(before, after) });
  if (was === null && is === null) return premierMois;
  const cohorte = premierMois ?? mois;
  if (premierMois === null) await count(tx, monthOf(before.createdAt), { convertis: 1 });
  const change = {
    nb: Number(is !== null) - Number(was !== null),
    entres: premierMois === null ? 1 : 0,
  };
  await tx
    .insert(cohortes)
    .values({ cohorte, mois, ...change })
    .onConflictDoUpdate({
      target: [cohortes.cohorte, cohortes.mois],
      set: {
        nb: sql`${cohortes.nb} + ${change.nb}`,
        entres: sql`${cohortes.entres} + ${change.entres}`,
      },
    });
  return cohorte;
}

const isSame = (before: State, after: State): boolean =>
  before.status === after.status &&
  before.planCode === after.planCode &&
  (before.offertUntil === null) === (after.offertUntil === null);

/** What it brings a month; nothing while its months are given, although it has not left: null is who does not pay. */
async function bringing(tx: ControlTx, { status, planCode, offertUntil }: State) {
  if (planCode === null) return null;
  const [plan] = await tx.select().from(plans).where(eq(plans.code, planCode));
  const price = plan ? mrrOf(status, plan) : 0;
  if (price === 0) return null;
  return offertUntil === null ? price : 0;
}

function movementOf(was: number | null, is: number | null): Counts {
  if (was === is) return {};
  if (was === null) return { nouveaux: 1, mrrNouveau: is ?? 0 };
  if (is === null) return { departs: 1, mrrDepart: was };
  return is > was ? { mrrHausse: is - was } : { mrrBaisse: was - is };
}

const owing = ["past_due", "unpaid"];
const isOwing = ({ status }: State): boolean => owing.includes(status ?? "");

function paymentOf(before: State, after: State): Counts {
  if (isOwing(after) && !isOwing(before)) return { echecs: 1 };
  return isOwing(before) && after.status === "active" ? { recuperes: 1 } : {};
}

async function count(tx: ControlTx, mois: string, counts: Counts): Promise<void> {
  const names = Object.keys(counts) as (keyof Counts)[];
  if (names.length === 0) return;
  const more = names.map((name) => [name, sql`${revenusMois[name]} + ${counts[name]}`] as const);
  await tx
    .insert(revenusMois)
    .values({ mois, ...counts })
    .onConflictDoUpdate({ target: revenusMois.mois, set: Object.fromEntries(more) });
}
