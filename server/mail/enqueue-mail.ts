import { eq } from "drizzle-orm";
import { outbox } from "#db/control/schema/outbox";
import type { TokenKind } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import { isDemonstration } from "#server/demonstration/is-demonstration";
import type { Langue } from "#server/domain/langue";
import { hasAddress } from "#server/domain/no-address";
import { newId } from "#server/id";
import type { ControlTx } from "#server/tenancy/control";
import type { Letter } from "./letter.ts";

/** What the link of a mail does, for whom. */
export type MailLink = {
  readonly userId: string;
  readonly kind: TokenKind;
  /** The address to verify, the id of the change of address; none for a new password. */
  readonly subject?: string | null;
};

type Mail = {
  /** One bare address, already checked. */
  readonly to: string;
  /** Laid out in the language its reader chose for their pages; French until they choose. */
  readonly content: Letter;
  /** Of a reader whose address is no account's: a new address, one that is just erased. */
  readonly langue?: Langue | null;
  /** When the content holds `tokenPlace`: whose account the link is for, and to do what. */
  readonly link?: MailLink;
  /** Or which invitation it opens. */
  readonly tokenInvitationId?: string;
  /** The société in whose name it goes out; the service's own otherwise. */
  readonly sender?: string;
  readonly societeId?: string;
  /** What the mail tells, to whom: put in the outbox again under the same key, it is not sent again. */
  readonly key?: string;
};

/** One address and nothing else: no second recipient, no line that would begin a header (CWE-93). */
const bareAddress = /^[^\s\p{C},;<>]+@[^\s\p{C},;<>@]+$/u;

/**
 * Puts a mail in the outbox, in the transaction of the act it tells about: both are kept or neither. Call the mail
 * door's `wake` once the transaction is over. Nothing is kept, hence nothing leaves, of what a demonstration would send.
 *
 * @param at instant, milliseconds UTC
 * @returns the mail's id, from which its Message-ID is made
 */
export async function enqueueMail(tx: ControlTx, mail: Mail, at: number): Promise<string> {
  if (!bareAddress.test(mail.to)) throw new Error("not one bare address");
  const id = newId();
  const { to, content, link, societeId = null, key = null } = mail;
  const { tokenInvitationId = null, sender = null } = mail;
  const drawn = {
    tokenUserId: link?.userId ?? null,
    tokenKind: link?.kind ?? null,
    tokenSubject: link?.subject ?? null,
    tokenInvitationId,
  };
  if (!hasAddress(mail.to)) return id; // nobody is there to read it
  if (societeId !== null && (await isDemonstration(tx, societeId))) return id; // its books are made up
  const { subject, html, text } = content(mail.langue ?? (await langueOf(tx, to)));
  await tx
    .insert(outbox)
    .values({
      ...{ id, to, sender, subject, html, text, ...drawn, societeId, key },
      ...{ nextAt: at, createdAt: at },
    })
    .onConflictDoNothing({ target: outbox.key });
  return id;
}

async function langueOf(tx: ControlTx, email: string): Promise<Langue> {
  const [user] = await tx
    .select({ langue: users.langue })
    .from(users)
    .where(eq(users.email, email));
  return user?.langue ?? "fr";
}
