import { eq, min } from "drizzle-orm";
import { outbox } from "#db/control/schema/outbox";
import { log } from "#server/log";
import { type OutboxDoors, sendDue } from "./send-due.ts";

/** The longest the worker sleeps, in milliseconds: the clock may be advanced under it. */
const longestNap = 60_000;
const shortestNap = 250;

export type OutboxWorker = {
  start(): void;
  /** Mails were put in the outbox: look now. */
  wake(): void;
  /** Tries all that is due, then resolves. */
  flush(): Promise<void>;
  /** Waits for the mail on its way, then rests. */
  stop(): Promise<void>;
};

/** Sends what the outbox holds, one mail at a time. One worker only: the data directory belongs to one process. */
export function createOutboxWorker(doors: OutboxDoors): OutboxWorker {
  let state: "idle" | "running" | "stopping" = "idle";
  let round: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  const sendAll = async () => {
    let more = true;
    while (more && state !== "stopping") {
      isAskedAgain = false;
      more = (await sendDue(doors, () => state === "stopping")) || isAskedAgain;
    }
  };

  const flush = () => {
    isAskedAgain = true;
    round ??= sendAll().finally(() => {
      round = null;
    });
    return round;
  };

  const turn = async () => {
    let nap = longestNap;
    try {
      await flush();
      nap = await napBefore(doors);
    } catch (err) {
      log.error({ err }, "outbox not read");
    }
    if (state === "running") sleep(nap);
  };

  const sleep = (nap: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), nap).unref();
  };

  return {
    start() {
      state = "running";
      sleep(0);
    },
    wake() {
      if (state === "running") sleep(0);
    },
    flush,
    async stop() {
      state = "stopping";
      clearTimeout(timer);
      await round?.catch(() => {});
    },
  };
}

/** How long until the next mail is due. */
async function napBefore({ control, clock }: OutboxDoors): Promise<number> {
  const [next] = await control.read((db) =>
    db
      .select({ at: min(outbox.nextAt) })
      .from(outbox)
      .where(eq(outbox.status, "pending")),
  );
  if (!next?.at) return longestNap;
  return Math.min(longestNap, Math.max(shortestNap, next.at - clock().at));
}
