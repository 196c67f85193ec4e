import { expect, test } from "vitest";
import { checkTotaux } from "#server/factures/check-totaux";
import { newId } from "#server/id";
import { aLigne, aSociete, type Societe } from "../support/a-societe.ts";

const ht = (euros: number, changes: Partial<Parameters<typeof aLigne>[0]> = {}) => [
  aLigne({ unitPriceHt: euros * 1_000_000, ...changes }),
];

const pay = (societe: Societe, factureId: string, amount: number, receivedOn: string) =>
  societe.caller.reglements.record({
    ...{ factureId, amount, sens: "encaissement", method: "virement", receivedOn },
    idempotencyKey: newId(),
  });

test("a month is compared with the same days of the year before", async () => {
  const societe = await aSociete({ at: "2025-03-10T09:00:00Z" });
  await societe.anIssued({ lignes: ht(100) });
  societe.setClock("2025-03-25T09:00:00Z");
  await societe.anIssued({ lignes: ht(900) });
  societe.setClock("2026-03-12T09:00:00Z");
  await societe.anIssued({ lignes: ht(250) });

  const { facture, period } = await societe.caller.pilotage.tableau({});
  expect(period).toMatchObject({ mois: "2026-03", isRunning: true });
  expect(facture.month.ht).toBe(250_00);
  expect(facture.monthBefore.ht, "until 12 March 2025").toBe(100_00);

  societe.setClock("2026-04-02T09:00:00Z");
  const march = await societe.caller.pilotage.tableau({ mois: "2026-03" });
  expect(march.facture.monthBefore.ht, "the month is over").toBe(1_000_00);
  expect(march.mensuel.find(({ mois }) => mois === "2026-03")).toMatchObject({
    ht: 250_00,
    avant: { mois: "2025-03", ht: 1_000_00 },
  });
});

test("TVA on services falls due as they are paid, to the cent once all is paid", async () => {
  const societe = await aSociete();
  const lignes = [
    aLigne({ unitPriceHt: 100_010_000, rate: 2000, nature: "service" }),
    aLigne({ unitPriceHt: 33_330_000, rate: 1000, nature: "service" }),
  ];
  const { factureId } = await societe.anIssued({ lignes });
  const due = async () => (await societe.caller.pilotage.tableau({})).tva.groupes;
  expect(await due(), "nothing is paid").toEqual([]);

  const { facture } = await societe.caller.factures.get({ factureId });
  const third = Math.trunc(facture.totalTtc / 3);
  for (const amount of [third, third, facture.totalTtc - 2 * third])
    await pay(societe, factureId, amount, "2026-03-02");
  expect(await due()).toEqual([
    { category: "S", rate: 2000, base: 100_01, tva: 20_00 },
    { category: "S", rate: 1000, base: 33_33, tva: 3_33 },
  ]);
  expect(await checkTotaux(societe.tenant)).toEqual([]);
});

test("a billion euros paid in two parts declares its TVA without losing a cent", async () => {
  const societe = await aSociete();
  const lignes = [aLigne({ unitPriceHt: 833_333_332_990_000, rate: 2000, nature: "service" })];
  const { factureId } = await societe.anIssued({ lignes });
  const { facture } = await societe.caller.factures.get({ factureId });
  await pay(societe, factureId, 33_333_333_333, "2026-03-02");
  const half = (await societe.caller.pilotage.tableau({})).tva.groupes[0];
  const exact =
    (BigInt(facture.totalTva) * 33_333_333_333n * 2n + BigInt(facture.totalTtc)) /
    (2n * BigInt(facture.totalTtc));
  expect(half?.tva).toBe(Number(exact));
  await pay(societe, factureId, facture.totalTtc - 33_333_333_333, "2026-03-02");
  const [all] = (await societe.caller.pilotage.tableau({})).tva.groupes;
  expect(all).toMatchObject({ base: facture.totalHt, tva: facture.totalTva });
});

test("goods are due on delivery, and an avoir takes off in its own month", async () => {
  const societe = await aSociete({ at: "2026-03-28T09:00:00Z" });
  const { factureId } = await societe.anIssued({ lignes: ht(500, { nature: "bien" }) });
  expect((await societe.caller.pilotage.tableau({})).tva.groupes).toEqual([
    { category: "S", rate: 2000, base: 500_00, tva: 100_00 },
  ]);
  societe.setClock("2026-04-02T09:00:00Z");
  await societe.caller.factures.cancel({ factureId, motif: "Erreur", idempotencyKey: newId() });
  const april = await societe.caller.pilotage.tableau({});
  expect(april.tva).toMatchObject({
    groupes: [{ category: "S", rate: 2000, base: -500_00, tva: -100_00 }],
    precedent: 100_00,
  });
  expect(april.recouvrement.at(-2), "nothing is owed for March any more").toEqual({
    mois: "2026-03",
    du: 0,
    regle: 0,
  });
});

test("what is owed is sorted by how late it is, and the next échéances are named", async () => {
  const societe = await aSociete({ at: "2026-03-02T09:00:00Z" });
  const { factureId } = await societe.anIssued({ lignes: ht(100) });
  const { facture } = await societe.caller.factures.get({ factureId });
  await pay(societe, factureId, 20_00, "2026-03-02");
  const ages = async () => {
    const tableau = await societe.caller.pilotage.tableau({});
    return tableau.ages.filter(({ nb }) => nb > 0).map(({ name, nb, ttc }) => ({ name, nb, ttc }));
  };
  expect(await ages()).toEqual([{ name: "non_echu", nb: 1, ttc: 100_00 }]);
  const { echeances, encaisse, clients } = await societe.caller.pilotage.tableau({});
  expect(echeances).toEqual([
    {
      factureId,
      number: facture.number,
      clientNom: facture.clientNom,
      dueOn: facture.dueOn,
      resteTtc: 100_00,
    },
  ]);
  expect(encaisse).toEqual({ ttc: 20_00, nb: 1 });
  expect(clients).toMatchObject([{ clientId: societe.clientId, nbFactures: 1, ht: 100_00 }]);
  societe.setClock("2026-05-20T09:00:00Z");
  expect(await ages()).toEqual([{ name: "31_60", nb: 1, ttc: 100_00 }]);
});
