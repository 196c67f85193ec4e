import { eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { Control } from "./control.ts";
import type { Tenancy } from "./create-tenancy.ts";
import { parseSocieteId } from "./paths.ts";
import { whyOf } from "./why-of.ts";

export type MigrationReport = {
  readonly done: number;
  /** `slug: why`; the société is unavailable, its data as it was. */
  readonly failed: readonly string[];
};

/**
 * Brings every société to the current schema, one after the other: opening is migrating. Safe to run again.
 *
 * `onProgress` is called after each société with how many are done, of how many, and the last slug.
 */
export async function migrateSocietes(
  control: Control,
  tenancy: Pick<Tenancy, "openTenant">,
  onProgress: (done: number, total: number, slug: string) => void = () => {},
): Promise<MigrationReport> {
  const active = await control.read((db) =>
    db
      .select({ id: societes.id, slug: societes.slug })
      .from(societes)
      .where(eq(societes.status, "active"))
      .orderBy(societes.id),
  );
  const failed: string[] = [];
  for (const [index, { id, slug }] of active.entries()) {
    await tenancy
      .openTenant(parseSocieteId(id))
      .read(async () => {})
      .catch((cause: Error) => failed.push(`${slug}: ${whyOf(cause)}`));
    onProgress(index + 1, active.length, slug);
  }
  return { done: active.length - failed.length, failed };
}
