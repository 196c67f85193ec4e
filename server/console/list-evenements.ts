import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { litiges } from "#db/control/schema/litiges";
import { societes } from "#db/control/schema/societes";
import { type eventStatuses, stripeEvents } from "#db/control/schema/stripe-events";
import { afterCursor, decodeCursor, encodeCursor, orderBy, sorted } from "#server/recherche/keyset";
import type { Control, ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

export type EvenementQuery = {
  readonly statut: (typeof eventStatuses)[number] | null;
  /** Stripe's own word. */
  readonly type: string | null;
  readonly societeId: SocieteId | null;
  readonly cursor: string | null;
};

const pageSize = 50;

/**
 * The ledger of what Stripe sent, the last received first: what became of each event, how many tries it took, and why
 * it failed. Never its body.
 *
 * @throws Refusal CURSOR_INVALID
 */
export function listEvenements(control: Control, query: EvenementQuery) {
  const { statut, type, societeId, cursor } = query;
  const after = cursor === null ? null : decodeCursor(cursor, ["number", "string"]);
  const index = [sql`${stripeEvents.receivedAt}`, sql`${stripeEvents.id}`];
  // One société has few: they are found by its customer and sorted. States and types are in the order already.
  const columns = societeId === null ? index : sorted(index);
  const where = and(
    statut === null ? undefined : eq(stripeEvents.status, statut),
    type === null ? undefined : eq(stripeEvents.type, type),
    societeId === null ? undefined : isAbout(societeId),
    after ? afterCursor(columns, after, "desc") : undefined,
  );
  return control.read(async (db) => {
    const rows = await read(db, where, columns);
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return {
      rows: page,
      cursor: last ? encodeCursor([last.receivedAt, last.id]) : null,
      total: null,
    };
  });
}

const read = (db: ControlDb, where: SQL | undefined, columns: readonly SQL[]) =>
  db
    .select({
      ...{ id: stripeEvents.id, type: stripeEvents.type, objectId: stripeEvents.objectId },
      ...{ createdAt: stripeEvents.createdAt, receivedAt: stripeEvents.receivedAt },
      ...{ status: stripeEvents.status, attempts: stripeEvents.attempts },
      ...{ nextAt: stripeEvents.nextAt, error: stripeEvents.error },
      ...{ deliveries: stripeEvents.deliveries, customerId: stripeEvents.customerId },
      ...{ societeId: societes.id, societe: societes.nom },
    })
    .from(stripeEvents)
    .leftJoin(abonnements, eq(abonnements.stripeCustomerId, stripeEvents.customerId))
    .leftJoin(litiges, eq(litiges.id, stripeEvents.objectId))
    .leftJoin(
      societes,
      eq(societes.id, sql`coalesce(${abonnements.societeId}, ${litiges.societeId})`),
    )
    .where(where)
    .orderBy(...orderBy(columns, "desc"))
    .limit(pageSize + 1);

const isAbout = (societeId: SocieteId) =>
  inArray(
    stripeEvents.customerId,
    sql`(SELECT ${abonnements.stripeCustomerId} FROM ${abonnements} WHERE ${abonnements.societeId} = ${societeId})`,
  );
