import { createTransport } from "nodemailer";
import { type Delivery, MailRefused } from "./delivery.ts";
import { messageOf } from "./message-of.ts";

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Delivery to the SMTP server of `smtpUrl` (`smtp://user:password@host:587`, `smtps://…`). Short time-outs: the outbox
 * tries again, nothing else waits.
 */
export function createSmtpDelivery(smtpUrl: string, appOrigin: string): Delivery {
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  return {
    async deliver(mail) {
      try {
        return (await transport.sendMail(messageOf(mail, appOrigin))).response;
      } catch (cause) {
        throw isFinal(cause) ? new MailRefused(sentenceOf(cause), { cause }) : cause;
      }
    },
    close: () => transport.close(),
  };
}

/** A 5xx answer to this recipient or this message. A refused login is our setting: it will be put right, and retried. */
function isFinal(cause: unknown): boolean {
  const { code, responseCode } = (cause ?? {}) as { code?: unknown; responseCode?: unknown };
  return (
    (code === "EENVELOPE" || code === "EMESSAGE") &&
    typeof responseCode === "number" &&
    responseCode >= 550 &&
    responseCode < 560
  );
}

const sentenceOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
