import { and, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { enqueueMail } from "#server/mail/enqueue-mail";
import type { MailContent } from "#server/mail/render-mail";
import type { ControlTx } from "#server/tenancy/control";

type ToAdmins = {
  readonly societeId: string;
  /** @param nom the société's, since an administrator may have several */
  content(nom: string): MailContent;
  /** Instant, milliseconds UTC. */
  readonly at: number;
};

/** One mail to each administrator of a société, in the transaction of what it tells. Wake the mail door afterwards. */
export async function mailAdmins(
  tx: ControlTx,
  { societeId, content, at }: ToAdmins,
): Promise<void> {
  const admins = await tx
    .select({ email: users.email, nom: societes.nom })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(societes, eq(societes.id, memberships.societeId))
    .where(and(eq(memberships.societeId, societeId), eq(memberships.role, "admin")));
  for (const { email, nom } of admins)
    await enqueueMail(tx, { to: email, content: content(nom), societeId }, at);
}
