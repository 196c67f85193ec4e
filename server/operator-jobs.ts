import type { OpenControl } from "#server/tenancy/create-control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { Jobs } from "#server/tenancy/job";
import { migrateSocietes } from "#server/tenancy/migrate-societes";

export type OperatorContext = { readonly control: OpenControl; readonly tenancy: Tenancy };

/** What scripts may ask of the running service through its socket, or do themselves when it is stopped. */
export const operatorJobs: Jobs<OperatorContext> = {
  "migrate-tenants": ({ control, tenancy }, _args, tell) =>
    migrateSocietes(control, tenancy, (done, total, slug) => tell(`${done}/${total} ${slug}`)),
};
