import { and, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import type { ControlTx } from "#server/tenancy/control";
import { enqueueMail } from "./enqueue-mail.ts";
import type { Letter } from "./letter.ts";
import type { MailBrand } from "./render-mail.ts";

type ToAdmins = {
  readonly societeId: string;
  /** Of the société's brand: an administrator may have several. */
  content(brand: MailBrand): Letter;
  /** The société's colour, read before the transaction: see `accentOf`. */
  readonly accent: string | null;
  /** Instant, milliseconds UTC. */
  readonly at: number;
  /** What is told: told again, it is not sent again. */
  readonly key?: string;
};

/** One mail to each administrator of a société, in the transaction of what it tells. Wake the mail door afterwards. */
export async function mailAdmins(
  tx: ControlTx,
  { societeId, content, accent, at, key }: ToAdmins,
): Promise<void> {
  const admins = await tx
    .select({ userId: users.id, email: users.email, nom: societes.nom })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(societes, eq(societes.id, memberships.societeId))
    .where(and(eq(memberships.societeId, societeId), eq(memberships.role, "admin")));
  for (const { userId, email, nom } of admins) {
    const mail = { to: email, content: content({ nom, accent }), societeId };
    await enqueueMail(tx, key === undefined ? mail : { ...mail, key: `${key}:${userId}` }, at);
  }
}
