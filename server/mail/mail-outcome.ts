import type { OutboxMail } from "#db/control/schema/outbox";

/** What became of a mail, never more than is known: accepted by a server is not yet read by somebody. */
export type MailOutcome =
  /** `retryAt`: a try failed, the next is then. */
  | { readonly state: "waiting"; readonly retryAt: number | null; readonly answer: string | null }
  | { readonly state: "accepted"; readonly at: number | null; readonly answer: string | null }
  | { readonly state: "refused"; readonly answer: string | null }
  | { readonly state: "skipped"; readonly why: NonNullable<OutboxMail["skipped"]> };

type Row = Pick<OutboxMail, "status" | "attempts" | "nextAt" | "sentAt" | "answer" | "skipped">;

/** Instants are milliseconds UTC. `answer` is the mail server's own sentence; null where it gave none. */
export function mailOutcome(row: Row): MailOutcome {
  const { status, attempts, nextAt, sentAt, answer, skipped } = row;
  if (skipped !== null) return { state: "skipped", why: skipped };
  if (status === "sent") return { state: "accepted", at: sentAt, answer };
  if (status === "failed") return { state: "refused", answer };
  return { state: "waiting", retryAt: attempts > 0 ? nextAt : null, answer };
}
