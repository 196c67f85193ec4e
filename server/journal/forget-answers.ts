import { lt } from "drizzle-orm";
import { idempotences } from "#db/tenant/schema/idempotences";
import type { Tenant } from "#server/tenancy/tenant";

const day = 86_400_000;

/**
 * How long an answer is kept for a retry: far beyond any page left open. Nothing the law wants kept is in it (CGI L102 B
 * bears on documents and books): what was issued and received stays in `emissions`, `reglements` and the journal. Past
 * it, a facture issued again is refused by its own status, and a règlement by what is left to pay.
 */
const keptMs = 90 * day;

/** Removes the answers nobody will ask for again. @param at instant, milliseconds UTC */
export async function forgetAnswers(tenant: Tenant, at: number): Promise<void> {
  const isOld = lt(idempotences.at, at - keptMs);
  const count = await tenant.read((db) => db.$count(idempotences, isOld));
  if (count > 0) await tenant.write((tx) => tx.delete(idempotences).where(isOld));
}
