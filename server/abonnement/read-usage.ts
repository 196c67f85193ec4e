import type { Moment } from "#server/domain/calendar-day";
import { noticesOf } from "#server/domain/notices-of";
import { type Entitlement, entitlementOf, type Terms } from "#server/domain/quota";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { countIssued } from "./count-issued.ts";
import { loadTerms } from "./load-terms.ts";

type Now = Pick<Moment, "at">;

/** What was bought, what it allows now, and how many factures of the window are issued. */
export type Measured = {
  readonly terms: Terms;
  readonly entitlement: Entitlement;
  readonly used: number;
};

export async function measureUsage(db: TenantDb, now: Now): Promise<Measured> {
  const terms = await loadTerms(db);
  const entitlement = entitlementOf(terms, now);
  return { terms, entitlement, used: await countIssued(db, entitlement.window) };
}

/** For the gauge and the banners of every page: two short reads of the société's own database, none of the control's. */
export async function readUsage(
  tenant: Tenant,
  now: Now,
  { mayPay }: { readonly mayPay: boolean },
) {
  const { terms, entitlement, used } = await tenant.read((db) => measureUsage(db, now));
  const { plan, source, access, limits, window, features } = entitlement;
  const notices = noticesOf(terms, used, now);
  return {
    plan: { code: plan.code, offre: plan.offre, nom: plan.nom },
    source,
    access,
    used,
    limit: limits.factures,
    window,
    features,
    /** The instant of this reading: the product's clock may not be the device's. */
    now: now.at,
    notices: mayPay ? notices : notices.map(withoutPayment),
  };
}

/** Stripe's page shows the bill: it is for those who may pay it. */
const withoutPayment = <T extends object>(notice: T): T =>
  "dueUrl" in notice ? { ...notice, dueUrl: null } : notice;
