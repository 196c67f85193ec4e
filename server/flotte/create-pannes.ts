import { eq } from "drizzle-orm";
import { pannes } from "#db/control/schema/pannes";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import type { Clock } from "#server/clock";
import { todayInParis } from "#server/domain/calendar";
import { log } from "#server/log";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { societeDown } from "#server/mail/templates/societe-down";
import type { Control, ControlTx } from "#server/tenancy/control";
import { outsideWrite } from "#server/tenancy/in-write";
import { sqliteCodeOf } from "#server/tenancy/sqlite-code";
import { TenancyError } from "#server/tenancy/tenancy-error";
import type { SocieteId } from "#server/tenancy/tenant";

type Place = {
  readonly control: Control;
  readonly clock: Clock;
  readonly appOrigin: string;
  /** A mail waits in the outbox. */
  readonly wakeMail: () => void;
};

/** Breakdowns of single sociétés: written down once, told to the operator once, over when the société opens again. */
export type Pannes = ReturnType<typeof createPannes>;

export function createPannes({ control, clock, appOrigin, wakeMail }: Place) {
  /** Those whose row is written, or on its way: a breakdown meets every request of the société. */
  const known = new Set<string>();
  const running = new Set<Promise<void>>();

  function later(societeId: SocieteId, work: (tx: ControlTx) => Promise<unknown>): void {
    const writing = outsideWrite(() => control.write(work))
      .then(() => wakeMail())
      .catch((err: unknown) => {
        known.delete(societeId); // noted at the next failure
        log.error({ societeId, err }, "a breakdown was not noted");
      })
      .finally(() => running.delete(writing));
    running.add(writing);
  }

  return {
    /** Reads those of before the start: they are told only once, whatever the number of starts. */
    async load(): Promise<void> {
      const rows = await control.read((db) => db.select({ id: pannes.societeId }).from(pannes));
      for (const { id } of rows) known.add(id);
    },
    /** A société could not be opened, read or written. */
    note(societeId: SocieteId, cause: unknown): void {
      const code = codeOf(cause);
      // Closed for a restore, or unknown: nothing is broken.
      if (code === "SOCIETE_NOT_OPEN" || known.has(societeId)) return;
      known.add(societeId);
      log.error({ societeId, code, err: cause }, "société unavailable");
      const panne = { societeId, code, why: String((cause as Error).message), since: clock().at };
      later(societeId, async (tx) => {
        await tx.insert(pannes).values(panne).onConflictDoNothing();
        await tellOperators(tx, appOrigin, panne);
      });
    },
    /** It opens: whatever was wrong is over. */
    end(societeId: SocieteId): void {
      if (!known.delete(societeId)) return;
      log.info({ societeId }, "société available again");
      later(societeId, (tx) => tx.delete(pannes).where(eq(pannes.societeId, societeId)));
    },
    settled: async () => {
      await Promise.all(running);
    },
  };
}

function codeOf(cause: unknown): string {
  if (cause instanceof TenancyError) return cause.code;
  const sqlite = sqliteCodeOf(cause);
  if (sqlite) return sqlite;
  return cause instanceof Error && cause.cause ? codeOf(cause.cause) : "INCONNU";
}

type Panne = typeof pannes.$inferSelect;

/**
 * Once a day: a file half sound opens, then fails at a page of it, time and again. A full disk breaks every société at
 * once, and is told for all of them.
 */
async function tellOperators(tx: ControlTx, appOrigin: string, panne: Panne): Promise<void> {
  const { societeId, code, since } = panne;
  const [societe] = await tx
    .select({ nom: societes.nom })
    .from(societes)
    .where(eq(societes.id, societeId));
  const content = societeDown({
    appOrigin,
    societeId,
    nom: societe?.nom ?? societeId,
    code,
    since,
  });
  const isShared = code === "SQLITE_FULL" || code === "SQLITE_IOERR";
  const what = `${isShared ? code : societeId}:${todayInParis(since)}`;
  const operators = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(eq(users.isSuperAdmin, true));
  for (const { id, email: to } of operators)
    await enqueueMail(tx, { to, content, key: `panne:${what}:${id}` }, since);
}
