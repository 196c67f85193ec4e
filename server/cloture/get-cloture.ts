import { eq } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { findEditeur } from "#server/editeur/editeur-societe";
import type { Control } from "#server/tenancy/control";
import type { Tenant } from "#server/tenancy/tenant";
import { countContents } from "./count-contents.ts";

/** What the page of the data shows: what there is, whether it is to be destroyed, when and at whose request. */
export async function getCloture(control: Control, tenant: Tenant) {
  const { societeId } = tenant;
  const contents = await tenant.read(countContents);
  return control.read(async (db) => {
    const { askedAt, deletionAt, askedByNom } = clotures;
    const [asked] = await db
      .select({ askedAt, deletionAt, askedByNom })
      .from(clotures)
      .where(eq(clotures.societeId, societeId));
    return {
      contents,
      asked: asked ?? null,
      isEditeur: (await findEditeur(db)) === societeId,
    };
  });
}
