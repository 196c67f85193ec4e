import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import type { AuthDoors } from "#server/auth/auth-doors";
import { totpEnrolment } from "#server/auth/totp";
import { totpContext } from "#server/auth/totp-context";
import { type QrPath, qrPath } from "#server/documents/qr-path";
import type { Doer } from "./doer.ts";

type Enrolment = {
  /** The QR code an authenticator reads. */
  readonly qr: QrPath;
  /** The same secret, to type by hand: base 32. */
  readonly secret: string;
};

/** What an authenticator must be given to prove the enrolment under way; null when none is. */
export async function readEnrolment(
  { control, seals }: Pick<AuthDoors, "control" | "seals">,
  { userId }: Pick<Doer, "userId">,
): Promise<Enrolment | null> {
  const [user] = await control.read((db) =>
    db
      .select({ sealed: users.totpPending, email: users.email })
      .from(users)
      .where(eq(users.id, userId)),
  );
  if (!user?.sealed) return null;
  const { uri, typed } = totpEnrolment(seals.unseal(user.sealed, totpContext(userId)), user.email);
  return { qr: qrPath(uri), secret: typed };
}
