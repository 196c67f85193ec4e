import { eq, sql } from "drizzle-orm";
import type { Abonnement } from "#db/control/schema/abonnements";
import { plans } from "#db/control/schema/plans";
import { cohortes, revenusMois } from "#db/control/schema/revenus";
import { todayInParis } from "#server/domain/calendar";
import { mrrOf } from "#server/domain/mrr";
import type { ControlTx } from "#server/tenancy/control";

type State = Pick<Abonnement, "status" | "planCode">;
type Counts = Partial<Omit<typeof revenusMois.$inferInsert, "mois">>;

const monthOf = (at: number): string => todayInParis(at).slice(0, 7);

/** One société more, in the month it registered. */
export const keepRegistration = (tx: ControlTx, at: number) =>
  count(tx, monthOf(at), { inscrits: 1 });

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
  if (before.status === after.status && before.planCode === after.planCode) return premierMois;
  const mois = monthOf(at);
  const [was, is] = [await mrr(tx, before), await mrr(tx, after)];
  await count(tx, mois, { ...movementOf(was, is), ...paymentOf(before, after) });
  if (was === 0 && is === 0) return premierMois;
  const cohorte = premierMois ?? mois;
  if (premierMois === null) await count(tx, monthOf(before.createdAt), { convertis: 1 });
  const change = { nb: Number(is > 0) - Number(was > 0), entres: premierMois === null ? 1 : 0 };
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

async function mrr(tx: ControlTx, { status, planCode }: State): Promise<number> {
  if (planCode === null) return 0;
  const [plan] = await tx.select().from(plans).where(eq(plans.code, planCode));
  return plan ? mrrOf(status, plan) : 0;
}

function movementOf(was: number, is: number): Counts {
  if (was === is) return {};
  if (was === 0) return { nouveaux: 1, mrrNouveau: is };
  if (is === 0) return { departs: 1, mrrDepart: was };
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
