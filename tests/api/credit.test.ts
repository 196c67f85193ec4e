import { expect, test } from "vitest";
import { checkTotaux } from "#server/factures/check-totaux";
import { newId } from "#server/id";
import { aLigne, aSociete } from "../support/a-societe.ts";
import { refusalCode } from "../support/refused.ts";

/** Three chairs at 100,00 € and a delivery at 50,00 €, 20 %: 420,00 € TTC. */
async function aFacture() {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued({
    lignes: [
      aLigne({ designation: "Chaise", quantity: 30_000 }),
      aLigne({ designation: "Livraison", unitPriceHt: 50_000_000, nature: "service" }),
    ],
  });
  const { caller } = societe;
  const credit = (more: object) =>
    caller.factures.credit({
      ...{ factureId, lignes: [], montants: [], motif: "Retour", idempotencyKey: newId() },
      ...more,
    });
  const get = (id = factureId) => caller.factures.get({ factureId: id });
  return { societe, factureId, credit, get };
}

test("an avoir of a part has its own number, is linked both ways and lowers what is due", async () => {
  const { societe, factureId, credit, get } = await aFacture();
  const first = await credit({ lignes: [{ index: 0, quantity: 10_000 }] });
  expect(first).toMatchObject({ number: "A-2026-00001", totalTtc: 12_000 });
  const second = await credit({ montants: [{ groupe: 0, amountHt: 5_000 }], motif: "Geste" });
  expect(second).toMatchObject({ number: "A-2026-00002", totalTtc: 6_000 });

  const { settlement, avoirs, facture, credited } = await get();
  expect(facture).toMatchObject({ status: "emise", totalTtc: 42_000 });
  expect(settlement).toMatchObject({ avoirsTtc: 18_000, reste: 24_000, status: "partielle" });
  expect(avoirs.map(({ number }) => number)).toEqual(["A-2026-00001", "A-2026-00002"]);
  expect(credited).toEqual({ quantities: { 0: 10_000 }, basesHt: [15_000], totalTtc: 18_000 });
  const avoir = await get(second.avoirId);
  expect(avoir.origine).toMatchObject({ id: factureId });
  expect(avoir.snapshot).toMatchObject({
    type: "avoir",
    note: "Geste",
    preceding: [{ number: "F-2026-00001" }],
    lignes: [{ designation: "Geste", nature: "bien", rate: 2000, netHt: 5_000 }],
  });
  expect(await checkTotaux(societe.tenant)).toEqual([]);
});

test("what was received on a facture is owed back once an avoir passes what was left", async () => {
  const { societe, factureId, credit, get } = await aFacture();
  await societe.caller.reglements.record({
    ...{ factureId, amount: 42_000, method: "carte", receivedOn: "2026-03-02" },
    idempotencyKey: newId(),
  });
  await credit({ lignes: [{ index: 1, quantity: 10_000 }] });
  expect((await get()).settlement).toMatchObject({ reste: -6_000, status: "a_rembourser" });
});

test("no more than what is left is given back, and a refusal draws no number", async () => {
  const { credit, get } = await aFacture();
  await credit({ lignes: [{ index: 0, quantity: 20_000 }] });
  expect(await refusalCode(credit({ lignes: [{ index: 0, quantity: 20_000 }] }))).toBe(
    "AVOIR_EXCEEDS",
  );
  expect(await refusalCode(credit({ montants: [{ groupe: 0, amountHt: 15_001 }] }))).toBe(
    "AVOIR_EXCEEDS",
  );
  // each within its own bound, not together
  const both = {
    lignes: [{ index: 1, quantity: 10_000 }],
    montants: [{ groupe: 0, amountHt: 12_000 }],
  };
  expect(await refusalCode(credit(both))).toBe("AVOIR_EXCEEDS");
  expect(await refusalCode(credit({}))).toBe("AVOIR_EMPTY");
  const rest = await credit({ lignes: [0, 1].map((index) => ({ index, quantity: 10_000 })) });
  expect(rest.number).toBe("A-2026-00002");
  expect((await get()).settlement).toMatchObject({ reste: 0, status: "annulee" });
  expect(await refusalCode(credit({ montants: [{ groupe: 0, amountHt: 1 }] }))).toBe(
    "AVOIR_EXCEEDS",
  );
});

test("sent twice, or by fifty hands at once, an avoir is issued once", async () => {
  const { credit, get } = await aFacture();
  const idempotencyKey = newId();
  const one = { lignes: [{ index: 0, quantity: 30_000 }], idempotencyKey };
  const answers = await Promise.all(Array.from({ length: 50 }, () => credit(one)));
  expect(new Set(answers.map(({ avoirId }) => avoirId)).size).toBe(1);
  expect(await refusalCode(credit({ ...one, motif: "Autre" }))).toBe("IDEMPOTENCY_MISMATCH");
  // another key each: only what is left passes
  const race = await Promise.allSettled(
    Array.from({ length: 10 }, () => credit({ lignes: [{ index: 1, quantity: 10_000 }] })),
  );
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await get()).avoirs).toHaveLength(2);
});

test("neither a brouillon nor an avoir is credited, and a comptable credits nothing", async () => {
  const { societe, factureId, credit } = await aFacture();
  const { avoirId } = await credit({ lignes: [{ index: 0, quantity: 10_000 }] });
  const draft = await societe.aBrouillon();
  const some = { montants: [{ groupe: 0, amountHt: 100 }] };
  expect(await refusalCode(credit({ ...some, factureId: draft.factureId }))).toBe(
    "FACTURE_NOT_ISSUED",
  );
  expect(await refusalCode(credit({ ...some, factureId: avoirId }))).toBe("FACTURE_NOT_ISSUED");
  const asked = { factureId, lignes: [], motif: "x", idempotencyKey: newId(), ...some };
  expect(await refusalCode(societe.as("comptable").factures.credit(asked))).toBe("ROLE_FORBIDDEN");
});
