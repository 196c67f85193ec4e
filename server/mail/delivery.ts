/** A mail ready to leave. */
export type OutgoingMail = {
  /** The outbox's id: one mail, one Message-ID, however often it is tried. */
  readonly id: string;
  readonly to: string;
  /** Whose name stands before the service's address; null: the service's own. */
  readonly sender: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Milliseconds UTC. */
  readonly createdAt: number;
};

/** Where mails leave to. `deliver` resolves once somebody else is answerable for the mail. */
export type Delivery = {
  /**
   * @returns the other server's answer, null where there is no server
   * @throws MailRefused when trying again would not help; anything else is tried again
   */
  deliver(mail: OutgoingMail): Promise<string | null>;
  close(): void;
};

/** The other server will never take this mail: no such mailbox, no such domain. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}

/** What its link was for is gone: there is nothing left to send. */
export class MailPointless extends Error {
  override readonly name = "MailPointless";
}
