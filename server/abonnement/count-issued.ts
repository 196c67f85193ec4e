import { and, eq, gte, lt, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { Window } from "#server/domain/quota-window";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

/** Written out, not bound: the planner takes the index of what is issued only if it reads the word. */
const isIssued = sql`${factures.status} = 'emise'`;

/** The documents issued in the window: counted on their own index, never kept in a counter. */
export function countIssued(
  db: TenantDb | TenantTx,
  { from, until }: Window,
  type: "facture" | "avoir" = "facture",
): Promise<number> {
  const inWindow = and(gte(factures.issuedAt, from), lt(factures.issuedAt, until));
  return db.$count(factures, and(eq(factures.type, type), isIssued, inWindow));
}
