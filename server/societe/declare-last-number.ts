import { eq } from "drizzle-orm";
import { compteurs } from "#db/tenant/schema/compteurs";
import { yearOf } from "#server/domain/calendar";
import type { FactureType } from "#server/domain/facture";
import { inferPattern } from "#server/domain/numbering";
import { Refusal } from "#server/domain/refusal";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { numberOf } from "./list-series.ts";
import { assertOpen, assertUsable, setSerie } from "./update-series.ts";

type Declaration = {
  readonly code: FactureType;
  /** The last number the former tool gave: `FA-2026-0142`. */
  readonly example: string;
  /** The year it was given in; this year when not told. */
  readonly exercice?: number;
};

/**
 * Take over from another tool: the pattern is read from its last number, and the serie goes on after it. May be
 * corrected until the first document is issued.
 *
 * @throws Refusal NUMBER_EXAMPLE_UNREADABLE, NUMBER_PATTERN_INVALID, SERIE_LOCKED
 */
export function declareLastNumber(tenant: Tenant, declaration: Declaration, by: By) {
  const { today } = by.now;
  const { code, example, exercice = yearOf(today) } = declaration;
  return recorded(tenant, by, async (tx, log) => {
    await assertOpen(tx, code, today);
    const inferred = inferPattern(example, exercice);
    if (!inferred) throw new Refusal("NUMBER_EXAMPLE_UNREADABLE", { example });
    const { pattern, rang } = inferred;
    const reset = inferred.exercice === null ? "never" : "yearly";
    const serie = { code, pattern, reset } as const;
    await assertUsable(tx, serie);
    // a year that is over: the ranks of this one begin
    const isOver = reset === "yearly" && exercice !== yearOf(today);
    const changes = await setSerie(tx, serie);
    await setCounter(tx, code, reset === "yearly" ? exercice : 0, rang);
    await log({
      kind: "serie.declared",
      entityId: tenant.societeId,
      payload: { ...serie, example, rang, ...changes },
    });
    return { ...serie, dernier: rang, next: numberOf(serie, today, isOver ? 1 : rang + 1) };
  });
}

/** The serie has no issued document (checked above, and by trigger): its counters may be set. */
async function setCounter(tx: TenantTx, serie: FactureType, exercice: number, dernier: number) {
  await tx.delete(compteurs).where(eq(compteurs.serie, serie));
  await tx.insert(compteurs).values({ serie, exercice, dernier });
}
