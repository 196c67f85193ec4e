import { and, eq } from "drizzle-orm";
import { vues } from "#db/tenant/schema/vues";
import { canonicalRecherche, type Liste } from "#server/domain/liste";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { By } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { tellShared } from "./tell-shared.ts";

type NewVue = {
  readonly liste: Liste;
  readonly nom: string;
  readonly recherche: string;
  readonly isShared: boolean;
};

/** More would fill a menu, not help anybody. */
const mostVues = 30;

/**
 * Keep a list as it is filtered, under a name.
 *
 * @throws Refusal VUE_INVALID (a name of theirs already), VUES_TOO_MANY
 */
export async function saveVue(tenant: Tenant, { nom, ...vue }: NewVue, { actor, now }: By) {
  const { liste, isShared } = vue;
  const id = newId();
  await tenant.write(async (tx) => {
    const own = and(eq(vues.userId, actor.userId), eq(vues.liste, liste));
    if ((await tx.$count(vues, own)) >= mostVues)
      throw new Refusal("VUES_TOO_MANY", { nb: mostVues });
    await assertNameFree(tx, { liste, nom, userId: actor.userId });
    await tx.insert(vues).values({
      ...{ id, liste, nom, isShared, createdAt: now.at },
      recherche: canonicalRecherche(liste, vue.recherche),
      userId: actor.userId,
      userNom: actor.userName,
    });
  });
  tellShared(tenant, isShared, id);
  return { vueId: id };
}

type Named = { readonly liste: Liste; readonly nom: string; readonly userId: string };

/** @throws Refusal VUE_INVALID with the problem at `nom` */
export async function assertNameFree(tx: TenantTx, { liste, nom, userId }: Named, but = "") {
  const [same] = await tx
    .select({ id: vues.id })
    .from(vues)
    .where(and(eq(vues.userId, userId), eq(vues.liste, liste), eq(vues.nom, nom)));
  if (same && same.id !== but)
    throw new Refusal("VUE_INVALID", {}, [{ field: "nom", code: "VUE_NAME_TAKEN" }]);
}
