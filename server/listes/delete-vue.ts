import { eq } from "drizzle-orm";
import { vues } from "#db/tenant/schema/vues";
import type { Tenant } from "#server/tenancy/tenant";
import { loadOwnVue } from "./load-own-vue.ts";
import { tellShared } from "./tell-shared.ts";

/**
 * Forget a view; the lists that opened on it open on everything again.
 *
 * @throws Refusal VUE_NOT_FOUND
 */
export async function deleteVue(tenant: Tenant, vueId: string, userId: string) {
  const { liste, isShared } = await tenant.write(async (tx) => {
    const vue = await loadOwnVue(tx, vueId, userId);
    await tx.delete(vues).where(eq(vues.id, vueId));
    return vue;
  });
  tellShared(tenant, isShared, vueId);
  return { liste };
}
