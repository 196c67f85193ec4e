import { and, eq, ne, or } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { Control } from "./control.ts";
import type { Tenancy } from "./create-tenancy.ts";
import { parseSocieteId } from "./paths.ts";
import { whyOf } from "./why-of.ts";

export type MigrationReport = {
  /** At the current schema, those that were before included. */
  readonly done: number;
  /** `slug: why`; the société is unavailable, its data as it was. */
  readonly failed: readonly string[];
  /** Canaries asked for that are no société: a slug mistyped must not pass for one migrated. */
  readonly unknown: readonly string[];
  /** Not tried: canaries were asked for, or the first wave failed too often. */
  readonly left: number;
};

type Options = {
  /** Slugs: these and nobody else. */
  readonly canaries?: readonly string[];
  /** Goes on although the first wave fails too often. */
  readonly insists?: boolean;
  /** After each société: how many were tried, of how many, the last one. */
  readonly onProgress?: (done: number, total: number, slug: string) => void;
};

type Waiting = { readonly id: string; readonly slug: string };

/** Of the fleet in the first wave, at least so many. */
const firstShare = 0.01;
const firstAtLeast = 10;

/**
 * Brings every société to the current schema, one after the other: opening is migrating. Those that are there already are
 * not opened, so that a run cut short is taken up where it was. One that fails stops nobody else; but when more than one in
 * a hundred fails in a first wave, at least two, the rest is left for the operator to decide.
 */
export async function migrateSocietes(
  control: Control,
  tenancy: Pick<Tenancy, "openTenant" | "schemaVersion">,
  { canaries = [], insists = false, onProgress = () => {} }: Options = {},
): Promise<MigrationReport> {
  const waiting = await listWaiting(control, tenancy.schemaVersion);
  const asked =
    canaries.length === 0 ? waiting : waiting.filter(({ slug }) => canaries.includes(slug));
  const first = Math.max(firstAtLeast, Math.ceil(asked.length * firstShare));
  const failed: string[] = [];
  let tried = 0;
  for (const { id, slug } of asked) {
    if (tried === first && !insists && isTooMany(failed.length, tried)) break;
    await tenancy
      .openTenant(parseSocieteId(id))
      .read(async () => {})
      .catch((cause: unknown) => failed.push(`${slug}: ${whyOf(cause)}`));
    tried++;
    onProgress(tried, asked.length, slug);
  }
  const active = await control.read((db) =>
    db.select({ slug: societes.slug }).from(societes).where(eq(societes.status, "active")),
  );
  const slugs = new Set(active.map(({ slug }) => slug));
  const unknown = canaries.filter((slug) => !slugs.has(slug));
  const left = waiting.length - tried;
  return { done: active.length - failed.length - left, failed, unknown, left };
}

const isTooMany = (failed: number, tried: number) => failed > 1 && failed > tried * firstShare;

/** Those the control database does not know to be at the schema, said to be waiting; the failed ones are tried again. */
async function listWaiting(control: Control, schemaVersion: number): Promise<Waiting[]> {
  const isElsewhere = ne(societes.schemaVersion, schemaVersion);
  const isBehind = and(
    eq(societes.status, "active"),
    or(isElsewhere, ne(societes.migrationState, "up_to_date")),
  );
  await control.write((tx) =>
    tx
      .update(societes)
      .set({ migrationState: "pending" })
      .where(
        and(isElsewhere, eq(societes.status, "active"), eq(societes.migrationState, "up_to_date")),
      ),
  );
  return control.read((db) =>
    db
      .select({ id: societes.id, slug: societes.slug })
      .from(societes)
      .where(isBehind)
      .orderBy(societes.id),
  );
}
