import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { invitations } from "#db/control/schema/invitations";

/** Seven days (ASVS 6.4.1), counted from the mail's departure. */
export const INVITATION_MS = 7 * 86_400_000;

/** Neither answered nor withdrawn; it may have expired, and can be sent again. */
export const isPending = and(isNull(invitations.joinedAt), isNull(invitations.revokedAt));

/** Those that will take a seat if answered: a comptable takes none, an expired link no longer opens. */
export const awaitsSeat = (societeId: string, at: number) =>
  and(
    isPending,
    eq(invitations.societeId, societeId),
    ne(invitations.role, "comptable"),
    gt(invitations.expiresAt, at),
  );
