import { and, eq } from "drizzle-orm";
import { archives } from "#db/tenant/schema/archives";
import { taches } from "#db/tenant/schema/taches";
import type { Moment } from "#server/domain/calendar-day";
import { recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import type { ArchiveRef } from "./find-archive.ts";

const service = { userId: "", userName: "FacturePro" };

/**
 * The PDF is on disk: name it for ever and chain its sha-256, in one transaction that also ends the task. A second
 * rendering of the same document changes nothing.
 */
export async function recordArchive(
  tenant: Tenant,
  { factureId, pdf, now }: { factureId: string; pdf: ArchiveRef; now: Moment },
): Promise<void> {
  await recorded(tenant, { actor: service, now }, async (tx, log) => {
    const inserted = await tx
      .insert(archives)
      .values({ factureId, ...pdf, archivedAt: now.at })
      .onConflictDoNothing()
      .returning({ factureId: archives.factureId });
    await tx.delete(taches).where(and(eq(taches.kind, "render"), eq(taches.entityId, factureId)));
    if (inserted.length > 0)
      await log({ kind: "facture.archived", entityId: factureId, payload: pdf });
  });
}
