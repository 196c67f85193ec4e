import { eq } from "drizzle-orm";
import { vues } from "#db/tenant/schema/vues";
import { Refusal } from "#server/domain/refusal";
import type { TenantTx } from "#server/tenancy/tenant";

/**
 * A view this person may change: theirs, or a shared one, which is the société's. Somebody else's own view is nobody's
 * business: it is not found.
 *
 * @throws Refusal VUE_NOT_FOUND
 */
export async function loadOwnVue(tx: TenantTx, vueId: string, userId: string) {
  const [vue] = await tx.select().from(vues).where(eq(vues.id, vueId));
  if (!vue || (vue.userId !== userId && !vue.isShared)) throw new Refusal("VUE_NOT_FOUND");
  return vue;
}
