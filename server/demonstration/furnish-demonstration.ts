import { emetteur } from "#db/tenant/schema/emetteur";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import { receiveTerms } from "#server/abonnement/receive-terms";
import { momentOf } from "#server/clock";
import { demonstrationTrade } from "#server/demo/demonstration-trade";
import { furnishTrade } from "#server/demo/furnish-trade";
import { seedFactures } from "#server/demo/seed-factures";
import type { Moment } from "#server/domain/calendar-day";
import { demonstrationTerms } from "#server/domain/demonstration";
import type { SocieteId, Tenant, TenantTx } from "#server/tenancy/tenant";

const fourteenMonthsMs = 425 * 86_400_000;
const nothing = { clients: 0, produits: 0 };

/**
 * The books of a demonstration, written by the product's own use cases in the transaction that makes its file: nobody is
 * in yet, and one commit is all it costs. It is marked first: each document it issues says what it is.
 */
export async function furnishDemonstration(tx: TenantTx, now: Moment): Promise<void> {
  await tx.update(emetteur).set({ isDemonstration: true });
  await receiveTerms(tx, demonstrationTerms, now.at);
  const tenant = await withinOne(tx);
  const actor = { userId: tenant.societeId, userName: demonstrationTrade.nom };
  const by = { actor, now: momentOf(now.at - fourteenMonthsMs) };
  await furnishTrade(tenant, demonstrationTrade, nothing, by);
  await seedFactures(tenant, demonstrationTrade, { from: 0, actor, now });
}

/** The société as its use cases know it, all of whose writes are this one. */
async function withinOne(tx: TenantTx): Promise<Tenant> {
  const [mark] = await tx.select({ societeId: tenantMark.societeId }).from(tenantMark);
  if (!mark) throw new Error("a société without its mark");
  return {
    societeId: mark.societeId as SocieteId,
    read: (query) => query(tx),
    write: (work) => work(tx),
  };
}
