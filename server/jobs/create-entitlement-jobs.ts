import { announceTrialEnds } from "#server/billing/announce-trial-ends";
import type { Abonnements } from "#server/billing/create-abonnements";
import { type WarningDoors, warnOfQuota } from "#server/billing/warn-of-quota";
import { log } from "#server/log";
import type { SocieteId } from "#server/tenancy/tenant";

type Doors = WarningDoors & { readonly abonnements: Abonnements };

export type EntitlementJobs = ReturnType<typeof createEntitlementJobs>;

const sweepEveryMs = 60_000;
/** A burst of issues is looked at once. */
const gatherMs = 300;

/**
 * What follows from the terms without anybody asking: the mails about quota and trial, and the copies a stop left behind.
 * Nothing here decides what is allowed: a late job makes a mail late.
 */
export function createEntitlementJobs({ abonnements, ...doors }: Doors) {
  const waiting = new Set<SocieteId>();
  let gathering: NodeJS.Timeout | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let closing = false;

  function inTurn(work: () => Promise<void>): Promise<void> {
    working = working.then(work).catch((err: unknown) => log.error({ err }, "billing job stopped"));
    return working;
  }

  async function warnWaiting(): Promise<void> {
    for (const societeId of waiting) {
      waiting.delete(societeId);
      if (closing) return;
      await warnOfQuota(doors, societeId).catch((err: unknown) =>
        log.warn({ societeId, err }, "quota of a société not looked at"),
      );
    }
  }

  /** A facture was issued, or may have been just before a stop. */
  function noteIssue(societeId: SocieteId): void {
    if (closing) return;
    waiting.add(societeId);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void inTurn(warnWaiting);
    }, gatherMs).unref();
  }

  /** The mails of the calendar and the late copies, now. */
  const sweep = (): Promise<void> =>
    inTurn(async () => {
      await abonnements.copyLate();
      await announceTrialEnds(doors);
    });

  return {
    noteIssue,
    sweep,
    start(): void {
      void sweep();
      sweeping = setInterval(() => void sweep(), sweepEveryMs).unref();
    },
    /** Resolves when nobody waits to be warned any more. */
    async settled(): Promise<void> {
      clearTimeout(gathering);
      gathering = undefined;
      await inTurn(warnWaiting);
      await abonnements.settled();
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(sweeping);
      clearTimeout(gathering);
      await working;
      await abonnements.settled();
    },
  };
}
