import { bus } from "#server/journal/bus";
import type { Tenant } from "#server/tenancy/tenant";

/** A view everybody sees changed: the open lists of colleagues show it. */
export function tellShared(tenant: Tenant, isShared: boolean, vueId: string): void {
  if (isShared) bus.publish(tenant.societeId, [{ id: 0, kind: "vue.changed", entityId: vueId }]);
}
