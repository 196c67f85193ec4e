import { expect, test } from "vitest";
import { aSociete, membersPassword, type Societe } from "../support/a-societe.ts";

const doneBy = async ({ caller }: Societe) =>
  (await caller.premiersPas.get()).etapes.filter(({ isDone }) => isDone).map(({ etape }) => etape);

const saveIdentite = async ({ caller }: Societe, changes: object = {}) => {
  const { emetteur } = await caller.societe.get();
  const { nom, formeJuridique, isEi, siren, siret, rcs, capital, address } = emetteur;
  const { email, phone, website, assurance } = emetteur;
  const identite = { nom, formeJuridique, isEi, siren, siret, rcs, capital, address };
  return caller.societe.updateIdentite({
    ...{ ...identite, email, phone, website, assurance },
    ...changes,
  });
};

const address = { line1: "1 rue Haute", line2: "", zip: "29000", city: "Quimper", country: "FR" };

test("a new société has six first steps before it, and begins at the SIRET", async () => {
  const societe = await aSociete({ isFurnished: false });
  const { etapes, isHidden } = await societe.caller.premiersPas.get();
  expect(isHidden).toBe(false);
  expect(etapes.map(({ etape, isDone, field }) => [etape, isDone, field])).toEqual([
    ["identite", false, "siret"],
    ["tva", false, null],
    ["numerotation", false, null],
    ["marque", false, null],
    ["iban", false, "iban"],
    ["facture", false, null],
  ]);
});

test("the SIRET fills the SIREN and the TVA number, and the identity is ticked once the law has all it asks", async () => {
  const societe = await aSociete({ isFurnished: false });
  await saveIdentite(societe, { siret: "73282932000074", formeJuridique: "Association", address });
  const { emetteur, missing } = await societe.caller.societe.get();
  expect(emetteur).toMatchObject({ siren: "732829320", tvaNumber: "FR44732829320" });
  expect(missing).toEqual([]);
  expect(await doneBy(societe)).toEqual(["identite"]);
});

test("a corrected SIREN takes its TVA number along, a number typed otherwise stays, and a franchise is given none", async () => {
  const societe = await aSociete({ isFurnished: false });
  const tvaOf = async () => (await societe.caller.societe.get()).emetteur.tvaNumber;
  await saveIdentite(societe, { siren: "732829320" });
  await saveIdentite(societe, { siren: "552100554" });
  expect(await tvaOf()).toBe("FR96552100554");

  const tva = { exigibilite: "encaissements", territoire: "metropole" } as const;
  await societe.caller.societe.updateTva({ ...tva, regime: "reel", tvaNumber: "FRAB552100554" });
  await saveIdentite(societe);
  expect(await tvaOf()).toBe("FRAB552100554");

  await societe.caller.societe.updateTva({ ...tva, regime: "franchise", tvaNumber: "" });
  await saveIdentite(societe);
  expect(await tvaOf()).toBe("");
});

test("each step ticks itself from what was done, and the first facture settles the last ones", async () => {
  const societe = await aSociete();
  const before = await doneBy(societe);
  expect(before).not.toContain("facture");
  const { caller } = societe;
  await caller.societe.declareLastNumber({ code: "facture", example: "FA-2026-0142" });
  expect(await doneBy(societe)).toContain("numerotation");
  const marque = await caller.societe.marque();
  const { template, accent, second, window } = marque;
  await caller.societe.updateMarque({ template, accent, second, window, police: "inter" });
  expect(await doneBy(societe)).toContain("marque");
  await societe.anIssued();
  expect(await doneBy(societe)).toEqual(
    expect.arrayContaining(["identite", "tva", "numerotation", "marque", "facture"]),
  );
});

test("an IBAN given is ticked at once", async () => {
  const societe = await aSociete({ isFurnished: false });
  await societe.caller.societe.updatePaiement({
    ...{ iban: "FR7630006000011234567890189", bic: "", echeanceDays: 30 },
    ...{ echeanceFinDeMois: false, penalitesRate: 1200, escompteRate: 0, escompteDays: 0 },
    current_password: membersPassword,
  });
  expect(await doneBy(societe)).toEqual(["iban"]);
});

test("put away, the first steps stay away for everybody of the société until they are brought back", async () => {
  const societe = await aSociete();
  await societe.caller.premiersPas.setHidden({ isHidden: true });
  await societe.caller.premiersPas.setHidden({ isHidden: true });
  expect((await societe.as("employe").premiersPas.get()).isHidden).toBe(true);
  await expect(
    societe.as("employe").premiersPas.setHidden({ isHidden: false }),
  ).rejects.toMatchObject({ cause: { code: "ROLE_FORBIDDEN" } });
  await societe.caller.premiersPas.setHidden({ isHidden: false });
  expect((await societe.caller.premiersPas.get()).isHidden).toBe(false);
});
