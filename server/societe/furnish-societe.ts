import { emetteur } from "#db/tenant/schema/emetteur";
import type { TenantTx } from "#server/tenancy/tenant";

/** First words of a new société: what its registration already said. */
export async function furnishSociete(
  tx: TenantTx,
  { nom, email }: { readonly nom: string; readonly email: string },
): Promise<void> {
  await tx.update(emetteur).set({ nom, email });
}
