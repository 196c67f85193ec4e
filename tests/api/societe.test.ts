import { expect, test } from "vitest";
import { findLogo } from "#server/societe/find-logo";
import { aSociete, membersPassword } from "../support/a-societe.ts";
import { refusalCode, refusalOf, refusedFields } from "../support/refused.ts";

test("taking over from another tool goes on after its last number, in its own form", async () => {
  const { caller, anIssued } = await aSociete();
  const declared = await caller.societe.declareLastNumber({
    code: "facture",
    example: "FA2026-0142",
  });
  expect(declared).toMatchObject({
    pattern: "FA{annee}-{rang:4}",
    dernier: 142,
    next: "FA2026-0143",
  });
  await caller.societe.declareLastNumber({ code: "facture", example: "FA2026-0141" });
  const [serie] = (await caller.societe.get()).series;
  expect(serie).toMatchObject({
    code: "facture",
    isLocked: false,
    next: ["FA2026-0142", "FA2026-0143", "FA2026-0144"],
  });

  expect((await anIssued()).number).toBe("FA2026-0142");
  const again = caller.societe.declareLastNumber({ code: "facture", example: "FA2026-0900" });
  expect(await refusalCode(again)).toBe("SERIE_LOCKED");
  const other = caller.societe.updateSeries({
    code: "facture",
    pattern: "X-{annee}-{rang}",
    reset: "yearly",
  });
  expect(await refusalCode(other)).toBe("SERIE_LOCKED");
  expect((await caller.factures.numbers({ exercice: 2026 })).proof).toEqual({
    ...{ count: 1, first: 142, last: 142, dernier: 142, gaps: 0 },
  });
  await caller.societe.declareLastNumber({ code: "avoir", example: "AV-7" });
  expect((await caller.societe.get()).series[1]).toMatchObject({
    reset: "never",
    next: ["AV-8", "AV-9", "AV-10"],
  });
});

test("a numbering that could repeat, or that the norm refuses, is not accepted", async () => {
  const { caller } = await aSociete({ isFurnished: false });
  const set = (pattern: string, reset: "yearly" | "never") =>
    caller.societe.updateSeries({ code: "facture", pattern, reset });
  expect(await refusalOf(set("F-{rang}", "yearly"))).toMatchObject({ details: { fault: "annee" } });
  expect(await refusalOf(set("A-{annee}-{rang:5}", "yearly"))).toMatchObject({
    details: { fault: "doublon" },
  });
  expect(await refusalCode(set("F {annee} {rang}", "yearly"))).toBe("NUMBER_PATTERN_INVALID");
  expect(await refusalCode(set("F-{annee}", "yearly"))).toBe("NUMBER_PATTERN_INVALID");
  const unread = caller.societe.declareLastNumber({ code: "facture", example: "sans rang" });
  expect(await refusalCode(unread)).toBe("NUMBER_EXAMPLE_UNREADABLE");
  expect(await set("{rang:6}", "never")).toMatchObject({ pattern: "{rang:6}" });
});

test("a serie that never resets goes on over the years", async () => {
  const { caller, anIssued, setClock } = await aSociete({ at: "2026-12-30T10:00:00Z" });
  await caller.societe.updateSeries({ code: "facture", pattern: "FAC{rang:6}", reset: "never" });
  expect((await anIssued()).number).toBe("FAC000001");
  setClock("2027-01-02T10:00:00Z");
  expect((await anIssued()).number).toBe("FAC000002");
});

test("settings are saved section by section; what is missing is listed, what is wrong is refused", async () => {
  const { caller } = await aSociete({ isFurnished: false });
  const before = await caller.societe.get();
  expect(before.emetteur.nom).toBe("Atelier Lenoir");
  expect(before.missing.map(({ field }) => field)).toContain("emetteur.siren");

  const paiement = {
    ...{ iban: "FR76 3000 6000 0112 3456 7890 189", bic: "agrifrpp", echeanceDays: 45 },
    ...{
      echeanceFinDeMois: true,
      penalitesRate: 1215,
      escompteRate: 0,
      escompteDays: 0,
      current_password: membersPassword,
    },
  };
  await caller.societe.updatePaiement(paiement);
  expect((await caller.societe.get()).emetteur).toMatchObject({
    iban: "FR7630006000011234567890189",
    bic: "AGRIFRPP",
    echeanceDays: 45,
  });
  const wrong = caller.societe.updatePaiement({
    ...paiement,
    iban: "FR76 3000 6000 0112 3456 7890 188",
  });
  expect(await refusedFields(wrong)).toEqual(["iban IBAN_INVALID"]);
});

test("an empty sheet takes the terms of its client, else those of the société", async () => {
  const { caller, clientId, aClient } = await aSociete();
  const one = await caller.factures.draft({ clientId });
  const { content } = await caller.factures.get({ factureId: one.factureId });
  expect(content.echeance).toEqual({ mode: "jours", days: 30 });
  const other = await aClient({ nom: "Pressé", echeance: { mode: "jours", days: 0 } });
  const two = await caller.factures.draft({ clientId: other.clientId });
  expect((await caller.factures.get({ factureId: two.factureId })).content.echeance.mode).toBe(
    "jours",
  );
});

test("a logo is drawn anew, and stays for the documents that bear it", async () => {
  const { caller, tenant, anIssued } = await aSociete();
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const { logoSha256 } = await caller.societe.setLogo({ dataBase64: pixel });
  const { factureId } = await anIssued();
  await caller.societe.removeLogo();
  expect((await caller.societe.get()).marque.logoSha256).toBeNull();
  const { snapshot } = await caller.factures.get({ factureId });
  expect(snapshot?.marque.logoSha256).toBe(logoSha256);
  expect((await findLogo(tenant, logoSha256))?.subarray(1, 4).toString()).toBe("PNG");
  const text = caller.societe.setLogo({ dataBase64: Buffer.from("<svg/>").toString("base64") });
  expect(await refusalCode(text)).toBe("LOGO_INVALID");
});

test("an issued facture keeps the société of its day", async () => {
  const { caller, anIssued } = await aSociete();
  const { factureId } = await anIssued();
  const { emetteur } = await caller.societe.get();
  const { formeJuridique, isEi, siren, siret, rcs, capital, email, phone, website, assurance } =
    emetteur;
  const address = { ...emetteur.address, line1: "2 rue Neuve" };
  await caller.societe.updateIdentite({
    ...{ nom: "Lenoir & Fils", formeJuridique, isEi, siren, siret, rcs, capital, address },
    ...{ email, phone, website, assurance },
  });
  const { snapshot } = await caller.factures.get({ factureId });
  expect(snapshot?.emetteur).toMatchObject({ nom: "Atelier Lenoir" });
  expect(snapshot?.emetteur.address.line1).toBe("14 rue des Tourneurs");
});
