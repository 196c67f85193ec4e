import { eq } from "drizzle-orm";
import { vues } from "#db/tenant/schema/vues";
import { canonicalRecherche } from "#server/domain/liste";
import type { Tenant } from "#server/tenancy/tenant";
import { loadOwnVue } from "./load-own-vue.ts";
import { assertNameFree } from "./save-vue.ts";
import { tellShared } from "./tell-shared.ts";

type Update = {
  readonly vueId: string;
  readonly nom: string;
  readonly isShared: boolean;
  /** What the list shows from now on; null: as before. */
  readonly recherche: string | null;
};

/**
 * Rename a view, show it to everybody or no more, or let it show something else.
 *
 * @throws Refusal VUE_NOT_FOUND, VUE_INVALID
 */
export async function updateVue(tenant: Tenant, update: Update, userId: string) {
  const { vueId, nom, isShared, recherche } = update;
  const wasShared = await tenant.write(async (tx) => {
    const vue = await loadOwnVue(tx, vueId, userId);
    await assertNameFree(tx, { ...vue, nom }, vueId);
    const kept = recherche === null ? vue.recherche : canonicalRecherche(vue.liste, recherche);
    await tx.update(vues).set({ nom, isShared, recherche: kept }).where(eq(vues.id, vueId));
    return vue.isShared;
  });
  tellShared(tenant, wasShared || isShared, vueId);
  return { vueId };
}
