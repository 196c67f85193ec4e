import { and, asc, eq, lte, ne } from "drizzle-orm";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import type { Clock } from "#server/clock";
import { Refusal } from "#server/domain/refusal";
import type { By } from "#server/journal/recorded";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Booked } from "./books.ts";
import { findEditeur } from "./editeur-societe.ts";
import { issueCreditNote } from "./issue-credit-note.ts";
import { issuePaidInvoice } from "./issue-paid-invoice.ts";
import { BookRefused, type PaidDocument } from "./paid-document.ts";

type Doors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly clock: Clock;
  /** Reads a paid invoice (`in_…`) or a credit note (`cn_…`) again at Stripe. */
  readonly readPaid: (stripeId: string) => Promise<PaidDocument>;
  /** A document of this société waits to be drawn. */
  readonly wakeRendering: (societeId: SocieteId) => void;
};

export type BooksKeeper = ReturnType<typeof createBooksKeeper>;
type Line = typeof facturesEditeur.$inferSelect;

const lookEveryMs = 60_000;
const longestWaitMs = 6 * 3_600_000;
const actor = { userId: "facturepro", userName: "FacturePro" };

/**
 * Keeps the éditeur's books: each paid invoice of a subscription becomes a facture of the éditeur, each credit note an
 * avoir, once. The lines are durable: a crash, or a buyer whose identity is incomplete, only delays them.
 */
export function createBooksKeeper(doors: Doors) {
  const { control, clock } = doors;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let closing = false;

  async function run(): Promise<void> {
    const editeurId = await control.read(findEditeur);
    const due = editeurId ? await dueLines(control, clock().at) : [];
    for (const line of due) {
      if (closing || !editeurId) return;
      await keep(doors, editeurId, line);
    }
  }

  async function runUntilQuiet(): Promise<void> {
    while (again && !closing) {
      again = false;
      await run();
    }
  }

  function wake(): void {
    if (closing) return;
    again = true;
    running ??= runUntilQuiet()
      .catch((err: unknown) => log.error({ err }, "books not kept"))
      .finally(() => {
        running = null;
      });
  }

  return {
    wake,
    start(): void {
      wake();
      timer = setInterval(wake, lookEveryMs).unref();
    },
    /** Resolves when nothing is being booked any more. */
    settled: async () => {
      while (running) await running;
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(timer);
      await running;
    },
  };
}

const dueLines = (control: Control, at: number) =>
  control.read((db) =>
    db
      .select()
      .from(facturesEditeur)
      .where(and(ne(facturesEditeur.status, "issued"), lte(facturesEditeur.nextAt, at)))
      .orderBy(asc(facturesEditeur.createdAt), asc(facturesEditeur.stripeId))
      .limit(50),
  );

async function keep(doors: Doors, editeurId: SocieteId, line: Line): Promise<void> {
  const { stripeId } = line;
  try {
    const booked = await book(doors, editeurId, line);
    await write(doors, stripeId, { ...booked, status: "issued", error: null });
    doors.wakeRendering(editeurId);
  } catch (error) {
    const attempts = line.attempts + 1;
    const wait = Math.min(lookEveryMs * 2 ** Math.min(attempts, 9), longestWaitMs);
    const nextAt = doors.clock().at + wait;
    await write(doors, stripeId, { status: "failed", attempts, nextAt, error: whyOf(error) });
    log.error({ societeId: line.societeId, stripeId, err: error }, "paid document not booked");
  }
}

async function book(doors: Doors, editeurId: SocieteId, line: Line): Promise<Booked> {
  const { control, tenancy, clock, readPaid } = doors;
  const openTenant = (id: SocieteId) => tenancy.openTenant(id);
  const books = { control, editeur: openTenant(editeurId), openTenant };
  const by: By = { actor, now: clock() };
  const paid = await readPaid(line.stripeId);
  return paid.kind === "avoir"
    ? issueCreditNote(books, paid, by)
    : issuePaidInvoice(books, line.societeId as SocieteId, paid, by);
}

const write = ({ control }: Doors, stripeId: string, change: Partial<Line>) =>
  control.write((tx) =>
    tx.update(facturesEditeur).set(change).where(eq(facturesEditeur.stripeId, stripeId)),
  );

/** For the operator: which fields of the buyer are missing, or what failed. */
function whyOf(error: unknown): string {
  if (error instanceof Refusal)
    return [error.code, ...error.problems.map(({ field, code }) => `${field} ${code}`)].join(", ");
  return error instanceof BookRefused ? error.message : String(error);
}
