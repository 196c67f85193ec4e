import type { SendMailOptions } from "nodemailer";
import type { OutgoingMail } from "./delivery.ts";

const senderOf = (sender: string | null): string =>
  sender === null ? "FacturePro" : `${sender.replace(/[\p{Cc}"<>]/gu, " ")} via FacturePro`;

/**
 * The message as nodemailer composes it. The sender's domain is the service's own, and the Message-ID comes from the
 * outbox's id: a mail handed over twice is recognised as one by mail readers.
 */
export function messageOf(mail: OutgoingMail, appOrigin: string): SendMailOptions {
  const domain = new URL(appOrigin).hostname;
  return {
    messageId: `<${mail.id}@${domain}>`,
    date: new Date(mail.createdAt),
    // The address stays ours, so that SPF and DKIM hold; the name says for whom the mail is sent.
    from: { name: senderOf(mail.sender), address: `ne-pas-repondre@${domain}` },
    // As an object, an address is never parsed: a comma in it cannot add a recipient.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
