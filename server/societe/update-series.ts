import { eq } from "drizzle-orm";
import { series } from "#db/tenant/schema/series";
import type { FactureType } from "#server/domain/facture";
import { assertPattern, formatNumber, restartsYearly } from "#server/domain/numbering";
import { Refusal } from "#server/domain/refusal";
import type { SerieReset } from "#server/domain/serie";
import { type Changes, changesOf } from "#server/journal/changes-of";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { listSeries } from "./list-series.ts";

type SerieInput = {
  readonly code: FactureType;
  readonly pattern: string;
  readonly reset: SerieReset;
};

/**
 * Choose how a type of document is numbered, before its first issue.
 *
 * @throws Refusal NUMBER_PATTERN_INVALID (also when a yearly serie prints no year, or both series could meet),
 *   SERIE_LOCKED
 */
export function updateSeries(tenant: Tenant, input: SerieInput, by: By): Promise<SerieInput> {
  const { code, pattern, reset } = input;
  return recorded(tenant, by, async (tx, log) => {
    await assertOpen(tx, code, by.now.today);
    await assertUsable(tx, input);
    const changes = await setSerie(tx, input);
    const payload = { code, pattern, reset, ...changes };
    await log({ kind: "serie.updated", entityId: tenant.societeId, payload });
    return { code, pattern, reset };
  });
}

/** Numbers as told from now on. @returns what that changes, for the journal */
export async function setSerie(tx: TenantTx, { code, ...serie }: SerieInput): Promise<Changes> {
  const { pattern, reset } = serie;
  const [before] = await tx.select().from(series).where(eq(series.code, code));
  await tx.update(series).set({ pattern, reset }).where(eq(series.code, code));
  return changesOf(before ?? {}, serie, ["pattern", "reset"]);
}

/** @throws Refusal SERIE_LOCKED once a document of the serie is issued */
export async function assertOpen(tx: TenantTx, code: FactureType, today: string): Promise<void> {
  const all = await listSeries(tx, today);
  if (all.some((serie) => serie.code === code && serie.isLocked))
    throw new Refusal("SERIE_LOCKED", { serie: code });
}

/** A year printed when ranks start again, and no number that the other serie could give too. */
export async function assertUsable(tx: TenantTx, { code, pattern, reset }: SerieInput) {
  assertPattern(pattern);
  if (reset === "yearly" && !restartsYearly(pattern))
    throw new Refusal("NUMBER_PATTERN_INVALID", { fault: "annee" });
  const others = await tx.select().from(series);
  const sample = (one: string) => formatNumber(one, 2026, 1);
  if (others.some((one) => one.code !== code && sample(one.pattern) === sample(pattern)))
    throw new Refusal("NUMBER_PATTERN_INVALID", { fault: "doublon" });
}
