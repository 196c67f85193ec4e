import { asc, eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { Clock } from "#server/clock";
import { checkTotaux } from "#server/factures/check-totaux";
import { forgetAnswers } from "#server/journal/forget-answers";
import { keepVerification } from "#server/journal/last-verification";
import { forgetOrigins } from "#server/journal/origins";
import { verifyChain } from "#server/journal/verify-chain";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import type { BankNotices } from "./create-bank-notices.ts";
import { eachNight } from "./each-night.ts";

type Doors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly clock: Clock;
  readonly bankNotices: BankNotices;
};

/** One société whose books do not hold: for the alarm. */
export type BookFault = { readonly societeId: string; readonly what: string };

/** Europe/Paris, when nobody issues. */
const hour = 3;

/**
 * Every night, recompute each société's hash chain and compare its kept totals with the full sums. A fault is logged as
 * an error and changes nothing: the books are evidence. Answers kept for retries and addresses of the journal are
 * forgotten once old; a change of bank account left untold by a stop is told.
 */
export function createNightlyCheck({ control, tenancy, clock, bankNotices }: Doors) {
  let closing = false;

  async function checkOne(societeId: SocieteId): Promise<BookFault[]> {
    const tenant = tenancy.openTenant(societeId);
    await forgetAnswers(tenant, clock().at);
    await forgetOrigins(tenant, clock().at);
    await bankNotices.tell(societeId);
    const report = await verifyChain(tenant);
    await keepVerification(tenant, report, clock().at);
    const { fault } = report;
    const differences = await checkTotaux(tenant);
    const broken = fault ? [`chain ${fault.code} at line ${fault.journalId}`] : [];
    const drifted = differences.map(({ what, key }) => `kept total ${what} ${key}`);
    return [...broken, ...drifted].map((what) => ({ societeId, what }));
  }

  /** All sociétés, one after the other. */
  async function check(): Promise<BookFault[]> {
    const active = await control.read((db) =>
      db
        .select({ id: societes.id })
        .from(societes)
        .where(eq(societes.status, "active"))
        .orderBy(asc(societes.id)),
    );
    const faults: BookFault[] = [];
    for (const { id } of active) {
      if (closing) break;
      const found = await checkOne(id as SocieteId).catch((cause: unknown) => [
        { societeId: id, what: `not checked: ${String(cause)}` },
      ]);
      for (const fault of found) log.error(fault, "books do not hold");
      faults.push(...found);
    }
    return faults;
  }

  const night = eachNight({ name: "check of the books", clock, hour, run: check });
  return {
    check,
    start: night.start,
    async close(): Promise<void> {
      closing = true;
      await night.close();
    },
  };
}
