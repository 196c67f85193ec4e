import type { Clock } from "#server/clock";
import type { Loop } from "#server/create-loop";
import type { Control } from "#server/tenancy/control";
import type { Delivery } from "./delivery.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { createOutboxWorker } from "./outbox-worker.ts";
import type { OutboxDoors } from "./send-due.ts";
import { createSmtpDelivery } from "./smtp-delivery.ts";

type Options = {
  readonly control: Control;
  readonly clock: Clock;
  /** Absent in demo: mails are then kept in `DATA_DIR/boite-aux-lettres`. */
  readonly smtpUrl: string | undefined;
  readonly dataDir: string;
  readonly appOrigin: string;
  readonly drawToken: OutboxDoors["drawToken"];
  readonly drawInvitation: OutboxDoors["drawInvitation"];
};

/** The only door to SMTP. */
export type Mail = Loop & {
  /** The letter box that `/boite-aux-lettres` shows; null when mails really leave. */
  readonly mailbox: Pick<Mailbox, "listMails" | "readMail"> | null;
};

/** Call `start` once the control database is open, `stop` before it closes. */
export function createMail({ smtpUrl, dataDir, appOrigin, ...doors }: Options): Mail {
  if (smtpUrl !== undefined)
    return { ...openWorker(doors, createSmtpDelivery(smtpUrl, appOrigin)), mailbox: null };
  const mailbox = createMailbox(dataDir, appOrigin);
  return { ...openWorker(doors, mailbox), mailbox };
}

function openWorker(doors: Omit<OutboxDoors, "delivery">, delivery: Delivery): Loop {
  const worker = createOutboxWorker({ ...doors, delivery });
  return {
    ...worker,
    async stop() {
      await worker.stop();
      delivery.close();
    },
  };
}
