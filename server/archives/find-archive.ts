import { eq } from "drizzle-orm";
import { archives } from "#db/tenant/schema/archives";
import type { Tenant } from "#server/tenancy/tenant";

export type ArchiveRef = { readonly pdfSha256: string; readonly bytes: number };

/** Where the one PDF of an issued document lies; null while its task has not run. */
export async function findArchive(tenant: Tenant, factureId: string): Promise<ArchiveRef | null> {
  const [found] = await tenant.read((db) =>
    db
      .select({ pdfSha256: archives.pdfSha256, bytes: archives.bytes })
      .from(archives)
      .where(eq(archives.factureId, factureId)),
  );
  return found ?? null;
}
