import { expect, test } from "vitest";
import { newId } from "#server/id";
import { aSociete, type Societe } from "../support/a-societe.ts";
import { refusalCode, refusalOf, refusedFields } from "../support/refused.ts";

const record = (
  { caller }: Pick<Societe, "caller">,
  factureId: string,
  amount: number,
  sens: "encaissement" | "remboursement" = "encaissement",
) =>
  caller.reglements.record({
    ...{ factureId, amount, sens, method: "virement", receivedOn: "2026-03-02" },
    idempotencyKey: newId(),
  });

const cancel = ({ caller }: Pick<Societe, "caller">, factureId: string) =>
  caller.factures.cancel({ factureId, motif: "Erreur de client", idempotencyKey: newId() });

const settlementOf = async ({ caller }: Pick<Societe, "caller">, factureId: string) =>
  (await caller.factures.get({ factureId })).settlement;

test("partial règlements bring the balance down to zero, never below", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();

  expect(await record(societe, factureId, 5_000)).toMatchObject({ resteTtc: 7_000 });
  expect(await settlementOf(societe, factureId)).toMatchObject({
    reste: 7_000,
    status: "partielle",
  });
  const tooMuch = record(societe, factureId, 7_001);
  expect(await refusalOf(tooMuch)).toMatchObject({
    code: "REGLEMENT_EXCEEDS",
    details: { resteTtc: 7_000 },
  });
  await record(societe, factureId, 7_000);
  expect(await settlementOf(societe, factureId)).toMatchObject({ reste: 0, status: "payee" });
});

test("a règlement recorded twice by a retry counts once", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  const reglement = {
    ...({ factureId, amount: 5_000, method: "carte", receivedOn: "2026-03-01" } as const),
    idempotencyKey: newId(),
  };
  const [one, two] = await Promise.all([
    societe.caller.reglements.record(reglement),
    societe.caller.reglements.record(reglement),
  ]);
  expect(two).toEqual(one);
  expect(await settlementOf(societe, factureId)).toMatchObject({ reste: 7_000 });
});

test("a règlement is undone by its opposite, once", async () => {
  const societe = await aSociete();
  const { caller } = societe;
  const { factureId } = await societe.anIssued();
  const { reglementId } = await record(societe, factureId, 12_000);

  const reversal = await caller.reglements.reverse({ reglementId, motif: "Chèque impayé" });
  expect(reversal.resteTtc).toBe(12_000);
  const { reglements } = await caller.factures.get({ factureId });
  expect(reglements.map(({ amountTtc, reversesId }) => [amountTtc, reversesId])).toEqual([
    [12_000, null],
    [-12_000, reglementId],
  ]);
  for (const id of [reglementId, reversal.reglementId]) {
    const again = caller.reglements.reverse({ reglementId: id, motif: "x" });
    expect(await refusalCode(again)).toBe("REGLEMENT_ALREADY_REVERSED");
  }
});

test("nothing is received tomorrow, nor on a brouillon", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  const tomorrow = societe.caller.reglements.record({
    ...{ factureId, amount: 1, method: "virement", receivedOn: "2026-03-03" },
    idempotencyKey: newId(),
  });
  expect(await refusedFields(tomorrow)).toEqual(["receivedOn DAY_TO_COME"]);
  const draft = await societe.aBrouillon();
  expect(await refusalCode(record(societe, draft.factureId, 1))).toBe("FACTURE_NOT_ISSUED");
});

test("an avoir cancels a facture in one action: own serie, linked both ways, the number kept", async () => {
  const societe = await aSociete();
  const { caller } = societe;
  const { factureId, number } = await societe.anIssued();

  const cancelled = await cancel(societe, factureId);

  expect(cancelled.number).toBe("A-2026-00001");
  const facture = await caller.factures.get({ factureId });
  expect(facture.facture).toMatchObject({ status: "emise", number });
  expect(facture.settlement).toMatchObject({ reste: 0, status: "annulee", avoirsTtc: 12_000 });
  expect(facture.avoirs).toMatchObject([{ id: cancelled.avoirId, number: "A-2026-00001" }]);
  const avoir = await caller.factures.get({ factureId: cancelled.avoirId });
  expect(avoir.origine).toMatchObject({ id: factureId, number });
  expect(avoir.snapshot).toMatchObject({
    type: "avoir",
    preceding: [{ number, issuedOn: "2026-03-02" }],
    totals: { totalTtc: 12_000 },
  });
  expect(avoir.settlement).toBeNull();
  expect((await societe.anIssued()).number).toBe("F-2026-00002");
  expect((await caller.journal.verify()).fault).toBeNull();
});

test("fifty clicks on « Annuler » at once make one avoir", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => cancel(societe, factureId)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.reason.cause.code).toBe("FACTURE_ALREADY_CANCELLED");
  const { proof } = await societe.caller.factures.numbers({ serie: "avoir", exercice: 2026 });
  expect(proof).toMatchObject({ count: 1, gaps: 0 });
});

test("an avoir and a brouillon are not cancelled by an avoir", async () => {
  const societe = await aSociete();
  const { avoirId } = await cancel(societe, (await societe.anIssued()).factureId);
  const { factureId } = await societe.aBrouillon();
  expect(await refusalCode(cancel(societe, avoirId))).toBe("FACTURE_NOT_ISSUED");
  expect(await refusalCode(cancel(societe, factureId))).toBe("FACTURE_NOT_ISSUED");
});

test("what was received on a cancelled facture is given back", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  await record(societe, factureId, 5_000);
  await cancel(societe, factureId);
  expect(await settlementOf(societe, factureId)).toMatchObject({
    reste: -5_000,
    status: "a_rembourser",
  });
  const beyond = record(societe, factureId, 5_001, "remboursement");
  expect(await refusalCode(beyond)).toBe("REGLEMENT_EXCEEDS");
  await record(societe, factureId, 5_000, "remboursement");
  expect(await settlementOf(societe, factureId)).toMatchObject({ reste: 0, status: "annulee" });
});
