import { outbox } from "#db/control/schema/outbox";
import { newId } from "#server/id";
import type { ControlTx } from "#server/tenancy/control";
import type { MailContent } from "./render-mail.ts";

type Mail = {
  /** One bare address, already checked. */
  readonly to: string;
  readonly content: MailContent;
  /** When the content holds `tokenPlace`: whose account the link is for. */
  readonly tokenUserId?: string;
  readonly societeId?: string;
};

/**
 * Puts a mail in the outbox, in the transaction of the act it tells about: both are kept or neither. Call the mail
 * door's `wake` once the transaction is over.
 *
 * @param at instant, milliseconds UTC
 * @returns the mail's id, from which its Message-ID is made
 */
export async function enqueueMail(tx: ControlTx, mail: Mail, at: number): Promise<string> {
  const id = newId();
  const { to, content, tokenUserId = null, societeId = null } = mail;
  const { subject, html, text } = content;
  await tx
    .insert(outbox)
    .values({ id, to, subject, html, text, tokenUserId, societeId, nextAt: at, createdAt: at });
  return id;
}
