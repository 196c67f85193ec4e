import { type RepriseObject, reprises } from "#db/tenant/schema/reprises";
import { canonicalJson } from "#server/domain/canonical-json";
import { newId } from "#server/id";
import { sha256 } from "#server/journal/journal-hash";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { knownKeys } from "./known-keys.ts";
import type { Tally } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** One row of the former tool, converted. */
export type Converted<T> = { readonly key: string; readonly verdict: Verdict<T> };
/** One to be written, under an id of ours. */
export type Taken<T> = { readonly id: string; readonly key: string; readonly row: T };

type Taking<T> = {
  readonly objet: RepriseObject;
  readonly rows: readonly Converted<T>[];
  readonly tally: Tally;
  /** Writes them; answers with those it could not, by key, and why. */
  write(tx: TenantTx, taken: readonly Taken<T>[]): Promise<ReadonlyMap<string, string>>;
};

/**
 * Takes a page of rows in one write: those an earlier run took are left alone, the journal says how many came and the
 * sha-256 of what they said.
 */
export async function takeRows<T>(
  tenant: Tenant,
  { objet, rows, tally, write }: Taking<T>,
  by: By,
): Promise<void> {
  const outcome = await recorded(tenant, by, async (tx, log) => {
    const known = await knownKeys(
      tx,
      objet,
      rows.map(({ key }) => key),
    );
    const fresh = rows.filter(({ key }) => !known.has(key));
    const wanted = fresh.flatMap(({ key, verdict }) =>
      "taken" in verdict ? [{ id: newId(), key, row: verdict.taken }] : [],
    );
    const refused = wanted.length > 0 ? await write(tx, wanted) : new Map<string, string>();
    const taken = wanted.filter(({ key }) => !refused.has(key));
    if (taken.length > 0) {
      await tx
        .insert(reprises)
        .values(taken.map(({ id, key }) => ({ objet, cle: key, entityId: id })));
      const content = sha256(canonicalJson(taken));
      const payload = { objet, nombre: taken.length, contentSha256: content };
      await log({ kind: "reprise.taken", entityId: tenant.societeId, payload });
    }
    return { known: known.size, fresh, refused };
  });
  tally.known(objet, outcome.known);
  for (const { key, verdict } of outcome.fresh) {
    const reason = "refused" in verdict ? verdict.refused : outcome.refused.get(key);
    if (reason !== undefined) tally.refused(objet, key, reason);
    else if ("taken" in verdict) tally.taken(objet, key, verdict.flags);
  }
}
