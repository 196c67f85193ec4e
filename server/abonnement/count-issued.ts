import type { Window } from "#server/domain/quota-window";
import { fixedQuery } from "#server/tenancy/fixed-statement";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

/** The status is written out, not bound: the planner takes the index of what is issued only if it reads the word. */
const countOf = fixedQuery<{ nb: number }>(
  "SELECT count(*) AS nb FROM factures WHERE type = ? AND status = 'emise' AND issued_at >= ? AND issued_at < ?",
);

/** The documents issued in the window: counted on their own index, never kept in a counter. */
export async function countIssued(
  db: TenantDb | TenantTx,
  { from, until }: Window,
  type: "facture" | "avoir" = "facture",
): Promise<number> {
  const [counted] = await countOf(db, [type, from, until]);
  return counted?.nb ?? 0;
}
