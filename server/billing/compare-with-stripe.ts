import { and, asc, desc, eq, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { clotures } from "#db/control/schema/clotures";
import { comparaisons, ecarts } from "#db/control/schema/comparaisons";
import { log } from "#server/log";
import { describeStripeError } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { compareAccount } from "./compare-account.ts";
import { compareSociete } from "./compare-societe.ts";
import type { Ecart } from "./ecarts-of.ts";

export type Comparison = {
  /** Who asked; null: the night. */
  readonly par: string | null;
  readonly isStopping: () => boolean;
  readonly onProgress: (progress: Progress) => void;
};

/** Sociétés compared, of how many. */
export type Progress = { readonly done: number; readonly total: number };

type Take = (found: readonly Ecart[], societeId: string) => unknown;

/** Stripe allows a hundred readings a second to everything the service does: this takes a few of them. */
const paceMs = 150;
const keptMs = 90 * 86_400_000;

/**
 * Every société that went to Stripe, every plan on sale and every subscription of the account, compared one after the
 * other; nothing is repaired. What differs is looked at a second time at the end: a change made meanwhile is none.
 *
 * @returns the comparison's id
 */
export async function compareWithStripe(
  doors: BillingDoors,
  { par, isStopping, onProgress }: Comparison,
): Promise<number> {
  const { control, clock } = doors;
  const id = await open(doors, par);
  const customers = await listCustomers(doors);
  const suspects: string[] = [];
  let illisibles = 0;
  const sweep = async (some: readonly string[], take: Take) => {
    for (const [index, societeId] of some.entries()) {
      if (isStopping()) return;
      onProgress({ done: index, total: some.length });
      const found = await paced(() => attempt(doors, societeId));
      if (found === null) illisibles += 1;
      else if (found.length > 0) await take(found, societeId);
    }
  };
  await sweep(customers, (_, societeId) => suspects.push(societeId));
  await sweep(suspects, (found) => keep(doors, id, found));
  if (isStopping()) return id;
  await keep(doors, id, await compareAccount(doors));
  const ended = { endedAt: clock().at, societes: customers.length, illisibles };
  await control.write((tx) => tx.update(comparaisons).set(ended).where(eq(comparaisons.id, id)));
  return id;
}

/** A new line, and the old ones forgotten. */
async function open({ control, clock }: BillingDoors, par: string | null): Promise<number> {
  const { at } = clock();
  return control.write(async (tx) => {
    const old = lt(comparaisons.startedAt, at - keptMs);
    const [last] = await tx
      .select({ id: comparaisons.id })
      .from(comparaisons)
      .where(old)
      .orderBy(desc(comparaisons.id))
      .limit(1);
    if (last) {
      await tx.delete(ecarts).where(lte(ecarts.comparaisonId, last.id));
      await tx.delete(comparaisons).where(lte(comparaisons.id, last.id));
    }
    const [made] = await tx.insert(comparaisons).values({ par, startedAt: at }).returning();
    if (!made) throw new Error("comparison not written down");
    return made.id;
  });
}

/** One destroyed keeps its customer for the books, and has no state any more. */
const isLasting = or(isNull(clotures.step), eq(clotures.step, "asked"));

async function listCustomers({ control }: BillingDoors): Promise<string[]> {
  const rows = await control.read((db) =>
    db
      .select({ societeId: abonnements.societeId })
      .from(abonnements)
      .leftJoin(clotures, eq(clotures.societeId, abonnements.societeId))
      .where(and(isNotNull(abonnements.stripeCustomerId), isLasting))
      .orderBy(asc(abonnements.societeId)),
  );
  return rows.map(({ societeId }) => societeId);
}

/** Null when Stripe said nothing. */
async function attempt(doors: BillingDoors, societeId: string): Promise<readonly Ecart[] | null> {
  try {
    return await compareSociete(doors, societeId);
  } catch (cause) {
    log.warn({ societeId, error: describeStripeError(cause) }, "société not compared with Stripe");
    return null;
  }
}

async function paced<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([
    work(),
    new Promise((resolve) => setTimeout(resolve, paceMs).unref()),
  ]);
  return result;
}

async function keep(
  { control }: BillingDoors,
  comparaisonId: number,
  found: readonly Ecart[],
): Promise<void> {
  if (found.length === 0) return;
  log.warn({ comparaisonId, found: found.map(({ objet, champ }) => [objet, champ]) }, "differs");
  await control.write((tx) =>
    tx.insert(ecarts).values(found.map((ecart) => ({ ...ecart, comparaisonId }))),
  );
}
