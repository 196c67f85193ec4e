import { and, desc, eq } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { yearOf } from "#server/domain/calendar";
import { type FactureType, factureTypes } from "#server/domain/facture";
import { type InferredPattern, inferPattern } from "#server/domain/numbering";
import { Refusal } from "#server/domain/refusal";
import type { By } from "#server/journal/recorded";
import { declareLastNumber } from "#server/societe/declare-last-number";
import type { Tenant } from "#server/tenancy/tenant";

/** How far back the last number is looked for: the ranks of one year may not follow its days. */
const mostLooked = 5_000;

/**
 * Each serie goes on after the last number of the former tool.
 *
 * @returns for each, the next number or why it could not go on
 */
export async function continueSeries(tenant: Tenant, by: By): Promise<string[]> {
  const said: string[] = [];
  for (const code of factureTypes) {
    const last = await lastNumber(tenant, code);
    if (last === null) continue;
    said.push(`${code}: ${await declared(tenant, code, last, by)}`);
  }
  return said;
}

type Last = { readonly number: string; readonly exercice: number };

async function declared(
  tenant: Tenant,
  code: FactureType,
  { number, exercice }: Last,
  by: By,
): Promise<string> {
  try {
    const { next } = await declareLastNumber(tenant, { code, example: number, exercice }, by);
    return `after ${number} comes ${next}`;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    if (cause.code === "SERIE_LOCKED") return "documents were issued here since: left as it is";
    return `${number} cannot be followed (${cause.code}): to be declared in the settings`;
  }
}

/** The highest rank of the last year, among the numbers written like the latest document's. */
async function lastNumber(tenant: Tenant, code: FactureType): Promise<Last | null> {
  const rows = await tenant.read((db) =>
    db
      .select({ number: factures.number, issuedOn: factures.issuedOn })
      .from(factures)
      .where(and(eq(factures.status, "importee"), eq(factures.type, code)))
      .orderBy(desc(factures.listedOn), desc(factures.stamp), desc(factures.id))
      .limit(mostLooked),
  );
  let best: { readonly last: Last; readonly read: InferredPattern } | null = null;
  for (const { number, issuedOn } of rows) {
    if (number === null || issuedOn === null) continue;
    const last = { number, exercice: yearOf(issuedOn) };
    const read = inferPattern(number, last.exercice);
    if (best === null && !read) return last;
    if (read && (best === null || isLater(read, best.read))) best = { last, read };
  }
  return best?.last ?? null;
}

const isLater = (one: InferredPattern, than: InferredPattern): boolean =>
  one.pattern === than.pattern && one.exercice === than.exercice && one.rang > than.rang;
