import { and, eq, or } from "drizzle-orm";
import { reglagesListes, vues } from "#db/tenant/schema/vues";
import { type Liste, shownColonnes } from "#server/domain/liste";
import { Refusal } from "#server/domain/refusal";
import type { Tenant } from "#server/tenancy/tenant";

type Place = { readonly liste: Liste; readonly userId: string };

/**
 * The view a list opens on for this person; null: everything.
 *
 * @throws Refusal VUE_NOT_FOUND unless it is theirs or shared, and of this list
 */
export async function setFirstVue(tenant: Tenant, place: Place, vueId: string | null) {
  await tenant.write(async (tx) => {
    const isSeen = or(eq(vues.userId, place.userId), eq(vues.isShared, true));
    const seen =
      vueId === null ||
      (await tx.$count(vues, and(eq(vues.id, vueId), eq(vues.liste, place.liste), isSeen))) > 0;
    if (!seen) throw new Refusal("VUE_NOT_FOUND");
    await tx
      .insert(reglagesListes)
      .values({ ...place, vueId })
      .onConflictDoUpdate({
        target: [reglagesListes.userId, reglagesListes.liste],
        set: { vueId },
      });
  });
  return { vueId };
}

/** The columns a list shows to this person, in the order of the list. */
export async function setColonnes(tenant: Tenant, place: Place, chosen: readonly string[]) {
  const colonnes: readonly string[] = shownColonnes(place.liste, chosen);
  await tenant.write((tx) =>
    tx
      .insert(reglagesListes)
      .values({ ...place, colonnes })
      .onConflictDoUpdate({
        target: [reglagesListes.userId, reglagesListes.liste],
        set: { colonnes },
      }),
  );
  return { colonnes };
}
