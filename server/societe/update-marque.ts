import { marque } from "#db/tenant/schema/marque";
import { loadTerms } from "#server/abonnement/load-terms";
import { assertFeature } from "#server/domain/assert-allowed";
import type { Moment } from "#server/domain/calendar-day";
import type { Marque } from "#server/domain/emetteur";
import { changesOf } from "#server/journal/changes-of";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { loadMarque } from "./emetteur-view.ts";

type MarqueInput = Required<Omit<Marque, "logoSha256">>;

/**
 * Change how the documents to come look; those issued keep their bytes. Colours are `#rrggbb`.
 *
 * @throws Refusal FEATURE_NOT_IN_PLAN
 */
export function updateMarque(tenant: Tenant, input: MarqueInput, by: By): Promise<MarqueInput> {
  const looks: MarqueInput = {
    template: input.template,
    accent: input.accent.toLowerCase(),
    second: input.second.toLowerCase(),
    window: input.window,
    police: input.police,
  };
  return recorded(tenant, by, async (tx, log) => {
    await assertTemplate(tx, looks.template, by.now);
    const before = await loadMarque(tx);
    await tx.update(marque).set({ ...looks, updatedAt: by.now.at });
    const payload = changesOf(before, looks, ["template", "accent", "second", "window"]);
    await log({ kind: "marque.updated", entityId: tenant.societeId, payload });
    return looks;
  });
}

/** Sobre is everybody's; a smaller plan keeps the template chosen under a larger one. */
async function assertTemplate(tx: TenantTx, template: Marque["template"], now: Moment) {
  if (template === "sobre") return;
  const [current] = await tx.select({ template: marque.template }).from(marque);
  if (current?.template !== template) assertFeature(await loadTerms(tx), "modeles", now);
}
