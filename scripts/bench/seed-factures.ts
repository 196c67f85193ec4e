import { momentOf } from "#server/clock";
import { issueContent } from "#server/factures/issue-content";
import type { By } from "#server/journal/recorded";
import { recordReglement } from "#server/reglements/record-reglement";
import { updateMarque } from "#server/societe/update-marque";
import type { Tenant } from "#server/tenancy/tenant";
import { benchContent, isPaid, totalTtcOf } from "./bench-data.ts";

/** As many as one turn of the société's queue takes. */
const together = 32;
const firstDay = Date.UTC(2026, 0, 2, 9);
const spreadMs = 319 * 86_400_000;

export const templates = ["sobre", "bandeau", "atelier"] as const;
/** The last factures of each set are split between the templates, this many each. */
export const perTemplate = 150;

/** `count` factures issued through the use case, in the order of their days, two thirds of them paid. */
export async function seedFactures(tenant: Tenant, count: number): Promise<void> {
  const actor = { userId: tenant.societeId, userName: "bench" };
  const plain = Math.max(0, count - 2 * perTemplate);
  for (let from = 1; from <= count; from += together) {
    const last = Math.min(count, from + together - 1);
    if (from > plain) await dress(tenant, from > plain + perTemplate ? 2 : 1, actor);
    const batch = [];
    for (let i = from; i <= last; i++) batch.push(seedOne(tenant, i, byAt(actor, i, count)));
    await Promise.all(batch);
  }
}

const byAt = (actor: By["actor"], i: number, count: number): By => ({
  actor,
  now: momentOf(firstDay + Math.floor((i * spreadMs) / count)),
});

/** Said to be done during the trial: the free plan has one template. */
async function dress(tenant: Tenant, index: number, actor: By["actor"]): Promise<void> {
  const marque = {
    accent: "#1d4e89",
    second: "#c9a227",
    window: "right",
    police: "inter",
  } as const;
  const template = templates[index] ?? "sobre";
  await updateMarque(tenant, { template, ...marque }, { actor, now: momentOf(firstDay) });
}

async function seedOne(tenant: Tenant, i: number, by: By): Promise<void> {
  const content = benchContent(i);
  const idempotencyKey = `bench-seed-${i}`;
  const { factureId } = await issueContent(tenant, { content, idempotencyKey }, by);
  if (!isPaid(i)) return;
  const reglement = {
    factureId,
    sens: "encaissement",
    amount: totalTtcOf(i),
    method: "virement",
    receivedOn: by.now.today,
    reference: "",
    idempotencyKey: `bench-paid-${i}`,
  } as const;
  await recordReglement(tenant, reglement, by);
}
