import { facturesEditeur } from "#db/control/schema/factures-editeur";
import type { ControlTx } from "#server/tenancy/control";

type ToBook = {
  readonly stripeId: string;
  readonly kind: "facture" | "avoir";
  readonly societeId: string;
  /** UTC milliseconds. */
  readonly at: number;
};

/** Note what is to be booked, in the transaction that learns of it; known already, nothing changes. */
export function noteToBook(tx: ControlTx, { at, ...line }: ToBook) {
  return tx
    .insert(facturesEditeur)
    .values({ ...line, createdAt: at, nextAt: at })
    .onConflictDoNothing();
}
