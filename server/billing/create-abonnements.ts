import { eq, sql } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import type { Clock } from "#server/clock";
import { log } from "#server/log";
import type { Control, ControlTx } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { copyTerms, lateCopies } from "./copy-terms.ts";
import { openMissing } from "./open-missing.ts";
import { termsOf } from "./terms-of.ts";

type Options = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly clock: Clock;
};

export type Abonnements = {
  /**
   * Change what a société may do: its row, its derogations. When the terms differ afterwards their version grows, in the
   * same transaction, and their copy is made before this resolves; a copy that fails is made later.
   */
  change<T>(societeId: SocieteId, work: (tx: ControlTx) => Promise<T>): Promise<T>;
  /** Change what plans allow: every société that may be concerned gets its terms anew, in the background. */
  changePlans<T>(work: (tx: ControlTx) => Promise<T>): Promise<T>;
  /** Terms whose version grew elsewhere: resolves once copied, or left for later. */
  copy(societeId: string): Promise<void>;
  /** Every copy left behind, by a stop or by a société out of order. */
  copyLate(): Promise<void>;
  /** Gives an abonnement to the sociétés that are older than subscriptions. */
  openMissing(): Promise<void>;
  settled(): Promise<void>;
};

/** What sociétés bought, and its copies in their own databases. */
export function createAbonnements({ control, tenancy, clock }: Options): Abonnements {
  const running = new Set<Promise<void>>();

  function copy(societeId: string): Promise<void> {
    const copying = copyTerms({ control, tenancy, clock }, societeId as SocieteId)
      .catch((err: unknown) => log.warn({ societeId, err }, "terms of a société not copied yet"))
      .finally(() => running.delete(copying));
    running.add(copying);
    return copying;
  }

  async function copyLate(): Promise<void> {
    for (const societeId of await lateCopies(control)) await copy(societeId);
  }

  async function change<T>(societeId: SocieteId, work: (tx: ControlTx) => Promise<T>): Promise<T> {
    const changed = await control.write(async (tx) => {
      const before = JSON.stringify(await termsOf(tx, societeId));
      const result = await work(tx);
      const isSame = JSON.stringify(await termsOf(tx, societeId)) === before;
      if (!isSame) await tx.update(abonnements).set(nextVersion).where(isOf(societeId));
      return { result, isSame };
    });
    if (!changed.isSame) await copy(societeId);
    return changed.result;
  }

  async function changePlans<T>(work: (tx: ControlTx) => Promise<T>): Promise<T> {
    const result = await control.write(async (tx) => {
      const done = await work(tx);
      await tx.update(abonnements).set(nextVersion);
      return done;
    });
    const copying = copyLate().finally(() => running.delete(copying));
    running.add(copying);
    return result;
  }

  return {
    change,
    changePlans,
    copy,
    copyLate,
    openMissing: () => openMissing(control, clock().at),
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

const nextVersion = { version: sql`${abonnements.version} + 1` };
const isOf = (societeId: SocieteId) => eq(abonnements.societeId, societeId);
