import { emetteur } from "#db/tenant/schema/emetteur";
import { receiveTerms } from "#server/abonnement/receive-terms";
import type { Terms } from "#server/domain/quota";
import type { TenantTx } from "#server/tenancy/tenant";

type Opening = {
  readonly nom: string;
  readonly email: string;
  readonly terms: Terms;
  /** Milliseconds UTC. */
  readonly at: number;
};

/** First words of a new société: what its registration already said, and what it may do. */
export async function furnishSociete(
  tx: TenantTx,
  { nom, email, at, terms }: Opening,
): Promise<void> {
  await tx.update(emetteur).set({ nom, email });
  await receiveTerms(tx, terms, at);
}
