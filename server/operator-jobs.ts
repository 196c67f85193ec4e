import { createSuperAdmin, type SuperAdmin } from "#server/auth/create-super-admin";
import type { BillingDoors } from "#server/billing/billing-doors";
import { syncPlans } from "#server/billing/sync-plans";
import { systemClock } from "#server/clock";
import { type ImportAsked, importLegacy } from "#server/reprise/import-legacy";
import type { Backups } from "#server/sauvegardes/create-backups";
import type { OpenControl } from "#server/tenancy/create-control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { Jobs } from "#server/tenancy/job";
import { migrateSocietes } from "#server/tenancy/migrate-societes";

type TenancyContext = { readonly control: OpenControl; readonly tenancy: Tenancy };
type BillingContext = { readonly billing: Pick<BillingDoors, "stripe" | "control" | "clock"> };

type MigrationAsk = { readonly canaries?: readonly string[]; readonly insists?: boolean };

export const tenancyJobs: Jobs<TenancyContext> = {
  "migrate-tenants": ({ control, tenancy }, args, tell) =>
    migrateSocietes(control, tenancy, {
      ...(args as MigrationAsk | null),
      onProgress: (done, total, slug) => tell(`${done}/${total} ${slug}`),
    }),
  "import-legacy": ({ control, tenancy }, args, tell) =>
    importLegacy({ control, tenancy, clock: systemClock }, args as ImportAsked, tell),
};

/** What the scripts ask: `slug` names the société, `from` a backup; the newest one otherwise. */
export type BackupAsk = {
  readonly slug?: string | undefined;
  readonly from?: string | undefined;
  readonly acceptsLoss?: boolean | undefined;
};

export const backupJobs: Jobs<{ readonly backups: Backups }> = {
  backup: ({ backups }, _args, tell) =>
    backups.save("asked", (done, total, slug) => tell(`${done}/${total} ${slug}`)),
  "list-backups": ({ backups }) => backups.list(),
  restore: ({ backups }, args) => backups.restore(args as BackupAsk),
  rehearse: ({ backups }, args, tell) =>
    backups.rehearse(args as BackupAsk, (done, total, slug) => tell(`${done}/${total} ${slug}`)),
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
export const operatorJobs: Jobs<TenancyContext & BillingContext & { readonly backups: Backups }> = {
  ...backupJobs,
  ...tenancyJobs,
  ...billingJobs,
  ...accountJobs,
};
