import { createHash } from "node:crypto";
import { logos } from "#db/tenant/schema/logos";
import { marque } from "#db/tenant/schema/marque";
import { loadTerms } from "#server/abonnement/load-terms";
import { storedBytes } from "#server/abonnement/stored-bytes";
import { assertStorage } from "#server/domain/assert-allowed";
import type { Moment } from "#server/domain/calendar-day";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";

/**
 * Put a logo on the documents to come. `png`: already re-encoded by the documents' door, never a user's own bytes.
 *
 * @throws Refusal STORAGE_REACHED
 */
export function setLogo(tenant: Tenant, png: Uint8Array, by: By): Promise<{ logoSha256: string }> {
  const logoSha256 = createHash("sha256").update(png).digest("hex");
  return recorded(tenant, by, async (tx, log) => {
    await assertRoomFor(tx, png.byteLength, by.now);
    const logo = { sha256: logoSha256, png: Buffer.from(png), createdAt: by.now.at };
    await tx.insert(logos).values(logo).onConflictDoNothing();
    await tx.update(marque).set({ logoSha256, updatedAt: by.now.at });
    await log({ kind: "marque.updated", entityId: tenant.societeId, payload: { logoSha256 } });
    return { logoSha256 };
  });
}

/** The only thing a société uploads, hence the only thing its storage can stop. */
async function assertRoomFor(tx: TenantTx, bytes: number, now: Moment): Promise<void> {
  assertStorage(await loadTerms(tx), (await storedBytes(tx)) + bytes, now);
}

/** Documents to come go without a logo; the old one stays for those that bear it. */
export function removeLogo(tenant: Tenant, by: By): Promise<{ logoSha256: null }> {
  return recorded(tenant, by, async (tx, log) => {
    await tx.update(marque).set({ logoSha256: null, updatedAt: by.now.at });
    const payload = { logoSha256: null };
    await log({ kind: "marque.updated", entityId: tenant.societeId, payload });
    return payload;
  });
}
