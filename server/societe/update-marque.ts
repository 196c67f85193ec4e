import { marque } from "#db/tenant/schema/marque";
import type { Marque } from "#server/domain/emetteur";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";

type MarqueInput = Omit<Marque, "logoSha256">;

/** Change how the documents to come look; those issued keep their bytes. Colours are `#rrggbb`. */
export function updateMarque(tenant: Tenant, input: MarqueInput, by: By): Promise<MarqueInput> {
  const looks: MarqueInput = {
    template: input.template,
    accent: input.accent.toLowerCase(),
    second: input.second.toLowerCase(),
    window: input.window,
  };
  return recorded(tenant, by, async (tx, log) => {
    await tx.update(marque).set({ ...looks, updatedAt: by.now.at });
    await log({ kind: "marque.updated", entityId: tenant.societeId, payload: looks });
    return looks;
  });
}
