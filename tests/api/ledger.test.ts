import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTotaux } from "#server/factures/check-totaux";
import { newId } from "#server/id";
import { aLigne, aSociete, type Societe } from "../support/a-societe.ts";

type Line = {
  readonly id: string;
  readonly ttc: number;
  avoirs: number;
  paid: number;
  lastReglement: string | null;
};

const accepted = <T>(call: Promise<T>): Promise<T | null> => call.catch(() => null);
const resteOf = ({ ttc, avoirs, paid }: Line) => ttc - avoirs - paid;

/** The same history kept in a notebook: what each facture is worth, was credited, was paid. */
class Notebook {
  readonly lines: Line[] = [];
  readonly #societe: Societe;

  constructor(societe: Societe) {
    this.#societe = societe;
  }

  async issue(amount: number) {
    const lignes = [aLigne({ unitPriceHt: amount * 10_000 })];
    const { factureId: id } = await this.#societe.anIssued({ lignes });
    const { facture } = await this.#societe.caller.factures.get({ factureId: id });
    this.lines.push({ id, ttc: facture.totalTtc, avoirs: 0, paid: 0, lastReglement: null });
  }

  /** Accepted when, and only when, it is owed in that direction. */
  async pay(line: Line, amount: number, sens: "encaissement" | "remboursement") {
    const direction = sens === "encaissement" ? 1 : -1;
    const isOwed = amount <= direction * resteOf(line);
    const call = this.#societe.caller.reglements.record({
      ...{ factureId: line.id, amount, sens, method: "virement", receivedOn: "2026-03-02" },
      idempotencyKey: newId(),
    });
    const recorded = await accepted(call);
    expect(recorded !== null).toBe(isOwed);
    if (!recorded) return;
    line.paid += direction * amount;
    line.lastReglement = recorded.reglementId;
  }

  async cancel(line: Line) {
    const cancel = { factureId: line.id, motif: "Erreur", idempotencyKey: newId() };
    const cancelled = await accepted(this.#societe.caller.factures.cancel(cancel));
    expect(cancelled !== null).toBe(line.avoirs === 0);
    line.avoirs = line.ttc;
  }

  async reverse(line: Line) {
    if (!line.lastReglement) return;
    const reversal = { reglementId: line.lastReglement, motif: "Erreur" };
    const { resteTtc } = await this.#societe.caller.reglements.reverse(reversal);
    line.paid = line.ttc - line.avoirs - resteTtc;
    line.lastReglement = null;
  }
}

const acts = {
  issue: (notebook: Notebook, _line: Line, amount: number) => notebook.issue(amount),
  pay: (notebook: Notebook, line: Line, amount: number) =>
    notebook.pay(line, amount, "encaissement"),
  settle: (notebook: Notebook, line: Line) =>
    notebook.pay(line, Math.abs(resteOf(line)) || 1, "encaissement"),
  refund: (notebook: Notebook, line: Line) =>
    notebook.pay(line, Math.abs(resteOf(line)) || 1, "remboursement"),
  cancel: (notebook: Notebook, line: Line) => notebook.cancel(line),
  reverse: (notebook: Notebook, line: Line) => notebook.reverse(line),
};

const moves = fc.array(
  fc.record({
    act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
    facture: fc.nat(5),
    amount: fc.integer({ min: 1, max: 20_000 }),
    days: fc.constantFrom(0, 0, 0, 20),
  }),
  { minLength: 30, maxLength: 30 },
);

async function assertAgrees({ caller, tenant }: Societe, { lines }: Notebook) {
  for (const line of lines) {
    const { settlement } = await caller.factures.get({ factureId: line.id });
    expect(settlement?.reste).toBe(resteOf(line));
  }
  expect(await checkTotaux(tenant)).toEqual([]);
  const open = lines.filter((line) => resteOf(line) > 0);
  const { counts, enRetard, aEchoir } = await caller.factures.summary({});
  expect(counts.ouvertes).toBe(open.length);
  expect(Number(enRetard.ttc) + Number(aEchoir.ttc)).toBe(
    open.reduce((sum, line) => sum + resteOf(line), 0),
  );

  const all = (await caller.factures.list({ type: "facture" })).rows;
  for (const settlement of [
    "a_payer",
    "partielle",
    "en_retard",
    "payee",
    "annulee",
    "a_rembourser",
  ] as const) {
    const { rows } = await caller.factures.list({ settlement });
    const expected = all.filter((row) => row.settlement?.status === settlement);
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  }
  expect((await caller.journal.verify()).fault).toBeNull();
}

test("whatever is issued, paid, reversed, cancelled or refunded, balances, lists and kept totals agree", async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (history) => {
      const societe = await aSociete();
      const notebook = new Notebook(societe);
      await notebook.issue(10_000);
      for (const { act, facture, amount, days } of history) {
        societe.wait(days * 86_400_000);
        const line = notebook.lines[facture % notebook.lines.length];
        if (line) await acts[act](notebook, line, amount);
      }
      await assertAgrees(societe, notebook);
      await societe.close();
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
