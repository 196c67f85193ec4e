import { and, eq, ne } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { assertSeatFree } from "#server/domain/assert-allowed";
import type { Role } from "#server/domain/permissions";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { termsOf } from "./terms-of.ts";

type Seat = {
  readonly role: Role;
  readonly at: number;
  /** Seats kept for people invited: counted when one more is invited, not when one of them joins. */
  readonly promised?: number;
};

/**
 * One more person may enter the société. Call in the transaction that adds the membership, before adding it.
 *
 * @throws Refusal SEATS_REACHED
 */
export async function assertSeat(
  tx: ControlTx,
  societeId: SocieteId,
  { role, at, promised = 0 }: Seat,
): Promise<void> {
  if (role === "comptable") return;
  assertSeatFree(await termsOf(tx, societeId), (await countSeats(tx, societeId)) + promised, {
    at,
  });
}

/** Who takes a seat: everybody but comptables, who read and export and cost nothing. */
export function countSeats(db: ControlDb | ControlTx, societeId: SocieteId): Promise<number> {
  const seated = and(eq(memberships.societeId, societeId), ne(memberships.role, "comptable"));
  return db.$count(memberships, seated);
}
