import { createSuperAdmin, type SuperAdmin } from "#server/auth/create-super-admin";
import type { BillingDoors } from "#server/billing/billing-doors";
import { syncPlans } from "#server/billing/sync-plans";
import { systemClock } from "#server/clock";
import type { OpenControl } from "#server/tenancy/create-control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { Jobs } from "#server/tenancy/job";
import { migrateSocietes } from "#server/tenancy/migrate-societes";

type TenancyContext = { readonly control: OpenControl; readonly tenancy: Tenancy };
type BillingContext = { readonly billing: Pick<BillingDoors, "stripe" | "control"> };

export const tenancyJobs: Jobs<TenancyContext> = {
  "migrate-tenants": ({ control, tenancy }, _args, tell) =>
    migrateSocietes(control, tenancy, (done, total, slug) => tell(`${done}/${total} ${slug}`)),
};

export const billingJobs: Jobs<BillingContext> = {
  "sync-plans": ({ billing }, args) =>
    syncPlans(billing, (args as { readonly apply?: boolean } | null)?.apply === true),
};

export const accountJobs: Jobs<{ readonly control: OpenControl }> = {
  "create-super-admin": ({ control }, args) =>
    createSuperAdmin(control, args as SuperAdmin, systemClock()),
};

/** What scripts may ask of the running service through its socket, or do themselves when it is stopped. */
export const operatorJobs: Jobs<TenancyContext & BillingContext> = {
  ...tenancyJobs,
  ...billingJobs,
  ...accountJobs,
};
