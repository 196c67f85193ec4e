import { and, asc, eq, lt } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { societes } from "#db/control/schema/societes";
import { receiveTerms } from "#server/abonnement/receive-terms";
import type { Clock } from "#server/clock";
import { bus } from "#server/journal/bus";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { termsOf } from "./terms-of.ts";

type CopyDoors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly clock: Clock;
};

/**
 * Write what a société bought, as the control database now says it, into the société's own. Two files, two commits: the
 * version noted last tells which copies a stop left behind (`lateCopies`). Open pages are told. Run twice, or late, it changes nothing.
 */
export async function copyTerms(doors: CopyDoors, societeId: SocieteId): Promise<void> {
  const { control, tenancy, clock } = doors;
  const terms = await control.read((db) => termsOf(db, societeId));
  const { version } = terms;
  await tenancy.openTenant(societeId).write((tx) => receiveTerms(tx, terms, clock().at));
  bus.publish(societeId, [{ id: 0, kind: "abonnement.changed", entityId: societeId }]);
  const isOlder = and(eq(abonnements.societeId, societeId), lt(abonnements.copiedVersion, version));
  await control.write((tx) =>
    tx.update(abonnements).set({ copiedVersion: version }).where(isOlder),
  );
}

/** Those whose own database does not say yet what they bought. */
export async function lateCopies(control: Control): Promise<SocieteId[]> {
  const rows = await control.read((db) =>
    db
      .select({ id: abonnements.societeId })
      .from(abonnements)
      .innerJoin(societes, eq(societes.id, abonnements.societeId))
      .where(and(lt(abonnements.copiedVersion, abonnements.version), eq(societes.status, "active")))
      .orderBy(asc(abonnements.societeId)),
  );
  return rows.map(({ id }) => id as SocieteId);
}
