import { and, asc, eq, lte } from "drizzle-orm";
import { type OutboxMail, outbox } from "#db/control/schema/outbox";
import type { Clock } from "#server/clock";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import { traced } from "#server/traces/traced";
import { type Delivery, MailPointless, MailRefused } from "./delivery.ts";
import type { MailLink } from "./enqueue-mail.ts";
import { tokenPlace } from "./token-place.ts";

const minute = 60_000;
/** Waits between two tries of one mail; after the last one it is given up, some two days after the first. */
const waits: readonly number[] = [
  5_000,
  15_000,
  minute,
  5 * minute,
  15 * minute,
  60 * minute,
  ...Array<number>(8).fill(6 * 60 * minute),
];
const batch = 20;

export type OutboxDoors = {
  readonly control: Control;
  readonly delivery: Delivery;
  readonly clock: Clock;
  /** Draws the token of a link when its mail leaves; null when the account is gone. */
  readonly drawToken: (link: MailLink) => Promise<string | null>;
  /** The same for an invitation; null when it was answered or withdrawn meanwhile. */
  readonly drawInvitation: (invitationId: string) => Promise<string | null>;
};

type Outcome = Partial<
  Pick<OutboxMail, "status" | "lastError" | "nextAt" | "sentAt" | "answer" | "skipped">
>;

/**
 * Tries each mail that is due once, oldest first.
 *
 * A mail is delivered at least once: were the process killed between the other server's acceptance and our commit, it
 * leaves again, under the same Message-ID.
 *
 * @returns whether more may be due
 */
export async function sendDue(doors: OutboxDoors, isStopping: () => boolean): Promise<boolean> {
  const { control, clock } = doors;
  const isDue = and(eq(outbox.status, "pending"), lte(outbox.nextAt, clock().at));
  const due = await control.read((db) =>
    db.select().from(outbox).where(isDue).orderBy(asc(outbox.nextAt), asc(outbox.id)).limit(batch),
  );
  for (const mail of due) {
    if (isStopping()) return false;
    const outcome = await attempt(doors, mail);
    await control.write((tx) =>
      tx
        .update(outbox)
        .set({ ...outcome, attempts: mail.attempts + 1 })
        .where(eq(outbox.id, mail.id)),
    );
  }
  return due.length === batch;
}

const sending = { name: "send mail", kind: "client" } as const;

async function attempt(doors: OutboxDoors, mail: OutboxMail): Promise<Outcome> {
  const { delivery, clock } = doors;
  try {
    const ready = await withToken(doors, mail);
    const answer = shortened(await traced(sending, () => delivery.deliver(ready)));
    return { status: "sent", sentAt: clock().at, lastError: null, answer };
  } catch (cause) {
    if (cause instanceof MailPointless) return { status: "failed", skipped: "LINK_GONE" };
    const answer = shortened(answerIn(cause));
    const lastError = (cause instanceof Error ? cause.message : String(cause)).slice(0, 500);
    const wait = cause instanceof MailRefused ? undefined : waits[mail.attempts];
    log.warn(
      { mail: mail.id, attempt: mail.attempts + 1, final: wait === undefined, lastError },
      "mail not sent",
    );
    return wait === undefined
      ? { status: "failed", lastError, answer }
      : { nextAt: clock().at + wait, lastError, answer };
  }
}

/** What the other server said. A connection that fails says nothing but where our own server is. */
function answerIn(error: unknown): string | null {
  const { response, cause } = (error ?? {}) as { response?: unknown; cause?: unknown };
  if (typeof response === "string") return response;
  return cause === undefined ? null : answerIn(cause);
}

const shortened = (answer: string | null): string | null =>
  answer?.replace(/\s+/g, " ").slice(0, 300) ?? null;

function drawFor({ drawToken, drawInvitation }: OutboxDoors, mail: OutboxMail) {
  const { tokenUserId: userId, tokenKind: kind, tokenSubject: subject } = mail;
  if (mail.tokenInvitationId !== null) return drawInvitation(mail.tokenInvitationId);
  return userId === null || kind === null ? null : drawToken({ userId, kind, subject });
}

async function withToken(doors: OutboxDoors, mail: OutboxMail): Promise<OutboxMail> {
  const drawn = drawFor(doors, mail);
  if (drawn === null) return mail;
  const token = await drawn;
  if (token === null) throw new MailPointless("what the link is for is gone");
  return {
    ...mail,
    html: mail.html.replaceAll(tokenPlace, token),
    text: mail.text.replaceAll(tokenPlace, token),
  };
}
