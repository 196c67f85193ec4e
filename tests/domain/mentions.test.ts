import { expect, test } from "vitest";
import { buildAvoir } from "../../server/domain/build-avoir.ts";
import { buildSnapshot, type SnapshotInput } from "../../server/domain/build-snapshot.ts";
import { legalTextOn, legalTexts } from "../../server/domain/legal-texts.ts";
import { rulesShownInBlocks } from "../../server/domain/mentions.ts";
import type { Mention } from "../../server/domain/snapshot.ts";
import {
  aContent,
  aForeigner,
  aLigne,
  aMicroEntrepreneur,
  anAcheteur,
  anAddress,
  anEmetteur,
  aParticulier,
  aSnapshotInput,
} from "../support/facture-fixtures.ts";

const goods = aLigne({}, { nature: "bien" });
const mentions = (more: Partial<SnapshotInput>) => buildSnapshot(aSnapshotInput(more)).mentions;
const mention = (rule: string, more: Partial<SnapshotInput>): Mention | undefined =>
  mentions(more).find((one) => one.rule === rule);

const emetteur = (more: Parameters<typeof anEmetteur>[0]) => ({ emetteur: anEmetteur(more) });
const content = (more: Parameters<typeof aContent>[0]) => ({ content: aContent(more) });
const exempt = content({
  operation: "exoneree_261",
  exemptionArticle: "261-4-4° a",
  lignes: [aLigne({ rate: "0" })],
});
const german = { acheteur: aForeigner("DE", "DE123456789") };
const swiss = { acheteur: aForeigner("CH", "") };
const consumer = { acheteur: aParticulier() };
const franchise = { emetteur: aMicroEntrepreneur() };
const shipTo = { name: "Chantier", ...anAddress({ zip: "33000", city: "Bordeaux" }) };

/** Rule, facts, the exact sentence (null: the mention must be absent). Spaces before units and signs are no-break. */
const cases: readonly (readonly [string, string, Partial<SnapshotInput>, string | null])[] = [
  [
    "identite-societe",
    "a SARL",
    {},
    "Atelier Dupont, SARL au capital de 10 000 € – SIREN 732 829 320",
  ],
  [
    "identite-societe",
    "a capital with cents",
    emetteur({ capital: 762_245 }),
    "Atelier Dupont, SARL au capital de 7 622,45 € – SIREN 732 829 320",
  ],
  ["identite-societe", "an EI", franchise, null],
  [
    "identite-societe",
    "an association",
    emetteur({ formeJuridique: "Association loi 1901", capital: null }),
    null,
  ],
  [
    "identite-sans-capital",
    "an association",
    emetteur({ formeJuridique: "Association loi 1901", capital: null }),
    "Atelier Dupont, Association loi 1901 – SIREN 732 829 320",
  ],
  ["identite-sans-capital", "a SARL", {}, null],
  ["identite-artisan", "an artisan", franchise, "Julie Martin EI – SIREN 732 829 320 – RNE"],
  ["identite-artisan", "an EI of the RCS", emetteur({ isEi: true }), null],
  ["identite-artisan", "a SARL", {}, null],
  ["rcs", "a SARL", {}, "RCS Lyon 732 829 320"],
  ["rcs", "an artisan", franchise, null],
  ["ei", "an EI", franchise, "Julie Martin EI"],
  ["ei", "a SARL", {}, null],
  ["tva-emetteur", "a liable société", {}, "N° TVA : FR44732829320"],
  ["tva-emetteur", "a franchise without number", franchise, null],
  ["tva-emetteur", "category O, which forbids it", swiss, null],
  ["siren-client", "a French company", {}, "SIREN : 404 833 048"],
  ["siren-client", "a consumer", consumer, null],
  ["siren-client", "a German company", german, null],
  ["tva-client", "services to a German company", german, "N° TVA du client : DE123456789"],
  [
    "tva-client",
    "construction subcontracting",
    content({ operation: "sous_traitance_btp" }),
    "N° TVA du client : FR83404833048",
  ],
  ["tva-client", "an ordinary sale", {}, null],
  [
    "adresse-livraison",
    "goods delivered elsewhere",
    content({ lignes: [goods], shipTo }),
    "Adresse de livraison : Chantier, 12 rue des Lilas, 33000 Bordeaux",
  ],
  ["adresse-livraison", "goods delivered at the client's", content({ lignes: [goods] }), null],
  ["adresse-livraison", "a service", content({ shipTo }), null],
  ["nature-biens", "goods", content({ lignes: [goods] }), "Livraison de biens"],
  ["nature-biens", "goods and services", content({ lignes: [goods, aLigne()] }), null],
  ["nature-services", "services", {}, "Prestation de services"],
  ["nature-services", "goods", content({ lignes: [goods] }), null],
  [
    "nature-services",
    "a goods title over services",
    content({ lignes: [{ ...goods, kind: "section" }, aLigne()] }),
    "Prestation de services",
  ],
  [
    "nature-mixte",
    "goods and services",
    content({ lignes: [goods, aLigne()] }),
    "Livraison de biens et prestation de services",
  ],
  ["nature-mixte", "services", {}, null],
  [
    "date-operation",
    "done another day",
    content({ deliveredOn: "2026-10-30" }),
    "Date de livraison / d'exécution : 30/10/2026",
  ],
  ["date-operation", "done the same day", content({ deliveredOn: "2026-11-22" }), null],
  ["date-operation", "no day given", {}, null],
  ["bon-de-commande", "an order", content({ purchaseOrder: "BC-12" }), "Bon de commande n° BC-12"],
  ["bon-de-commande", "no order", {}, null],
  ["avoir", "a facture", {}, null],
  [
    "debits",
    "the option, services",
    emetteur({ exigibilite: "debits" }),
    "Option pour le paiement de la taxe d'après les débits",
  ],
  ["debits", "no option", {}, null],
  [
    "debits",
    "the option, goods only",
    { ...emetteur({ exigibilite: "debits" }), ...content({ lignes: [goods] }) },
    null,
  ],
  ["debits", "the option, no tax", { ...emetteur({ exigibilite: "debits" }), ...german }, null],
  [
    "debits",
    "the option under the franchise",
    { emetteur: aMicroEntrepreneur({ exigibilite: "debits" }) },
    null,
  ],
  ["echeance", "any facture", {}, "Date d'échéance : 22/12/2026"],
  ["echeance", "a consumer", consumer, "Date d'échéance : 22/12/2026"],
  [
    "penalites",
    "a company",
    {},
    "En cas de retard de paiement, des pénalités seront exigibles au taux de 12,15 % l'an, sans qu'un rappel soit nécessaire (art. L441-10 du Code de commerce).",
  ],
  ["penalites", "a consumer", consumer, null],
  [
    "indemnite",
    "a company",
    {},
    "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 € (art. D441-5 du Code de commerce).",
  ],
  ["indemnite", "a consumer", consumer, null],
  [
    "indemnite",
    "a foreign company",
    german,
    "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 € (art. D441-5 du Code de commerce).",
  ],
  ["escompte-aucun", "no discount", {}, "Pas d'escompte pour paiement anticipé."],
  ["escompte-aucun", "a discount", emetteur({ escompteRate: 200, escompteDays: 10 }), null],
  ["escompte-aucun", "a consumer", consumer, null],
  [
    "escompte",
    "a discount",
    emetteur({ escompteRate: 200, escompteDays: 10 }),
    "Escompte de 2 % pour paiement au plus tard le 02/12/2026.",
  ],
  [
    "escompte",
    "a discount, to a consumer",
    { ...consumer, ...emetteur({ escompteRate: 200 }) },
    null,
  ],
  [
    "decennale",
    "an insured builder",
    emetteur({ assurance: "MAAF, 79000 Niort – France entière" }),
    "Assurance décennale : MAAF, 79000 Niort – France entière",
  ],
  ["decennale", "no insurance", {}, null],
  [
    "demonstration",
    "made-up books",
    emetteur({ isDemonstration: true }),
    "Document de démonstration : ce n'est pas une facture, rien n'est dû et rien n'a été livré.",
  ],
  ["demonstration", "real books", {}, null],
  ["pied-de-page", "a footer", emetteur({ footer: "Merci" }), "Merci"],
  ["pied-de-page", "no footer", {}, null],
  ["franchise-293b", "franchise", franchise, "TVA non applicable, art. 293 B du CGI"],
  ["franchise-293b", "an ordinary société with a Swiss client", swiss, null],
  ["franchise-293b", "franchise with a Swiss client", { ...franchise, ...swiss }, null],
  ["franchise-293b", "exempt teaching", exempt, null],
  [
    "autoliquidation-btp",
    "subcontracting",
    content({ operation: "sous_traitance_btp" }),
    "Autoliquidation (art. 283-2 nonies du CGI)",
  ],
  [
    "autoliquidation-btp",
    "goods to Réunion",
    {
      acheteur: anAcheteur({ address: anAddress({ zip: "97400" }) }),
      ...content({ lignes: [goods] }),
    },
    null,
  ],
  [
    "autoliquidation-nationale",
    "another reverse charge",
    content({ operation: "autoliquidation_nationale" }),
    "Autoliquidation (art. 283 du CGI)",
  ],
  [
    "autoliquidation-ue",
    "services to Germany",
    german,
    "Autoliquidation (art. 283-2 du CGI / art. 196 dir. 2006/112/CE)",
  ],
  ["autoliquidation-ue", "goods to Germany", { ...german, ...content({ lignes: [goods] }) }, null],
  [
    "intracommunautaire",
    "goods to Germany",
    { ...german, ...content({ lignes: [goods] }) },
    "Exonération de TVA, art. 262 ter I du CGI",
  ],
  [
    "export",
    "goods to Switzerland",
    { ...swiss, ...content({ lignes: [goods] }) },
    "Exonération de TVA, art. 262 I du CGI",
  ],
  [
    "export-dom",
    "goods to Réunion",
    {
      acheteur: anAcheteur({ address: anAddress({ zip: "97400" }) }),
      ...content({ lignes: [goods] }),
    },
    "Exonération de TVA en application de l'article 294 du CGI",
  ],
  ["hors-champ-259", "services to Switzerland", swiss, "TVA non applicable – art. 259-1 du CGI"],
  [
    "non-applicable-294",
    "a société of Guyane",
    emetteur({ territoire: "guyane" }),
    "TVA non applicable, art. 294-1 du CGI",
  ],
  ["exoneree-261", "teaching", exempt, "Exonération de TVA, art. 261-4-4° a du CGI"],
  ["exoneree-261", "an ordinary sale", {}, null],
  [
    "marge-occasion",
    "second-hand goods",
    content({ operation: "marge_occasion", lignes: [{ ...goods, rate: 0 }] }),
    "Régime particulier – Biens d'occasion",
  ],
  ["marge-occasion", "an ordinary sale", {}, null],
];

test.each(cases)("mention %s: %s", (rule, _, facts, sentence) => {
  const found = mention(rule, facts);
  expect(found?.text.replaceAll("\u00a0", " ") ?? null).toBe(sentence);
  if (found) expect(found.legalRef).not.toBe("");
});

test("the table is covered: every wording is printed by some case, and kept out by facts elsewhere", () => {
  const printed = new Set(cases.flatMap(([rule, , , sentence]) => (sentence ? [rule] : [])));
  const expected = Object.keys(legalTexts).filter((rule) => rule !== "avoir");
  expect(expected.filter((rule) => !printed.has(rule))).toEqual([]);
  expect(cases.length).toBeGreaterThan(60);
});

test("an avoir names the facture it cancels and has no échéance", () => {
  const facture = buildSnapshot(aSnapshotInput({ issuedOn: "2026-10-01" }));
  const { mentions: printed } = buildAvoir(facture, {
    number: "A-2026-00001",
    issuedOn: "2026-11-22",
    motif: "Erreur",
  });
  const rules = printed.map(({ rule }) => rule);
  expect(printed.find(({ rule }) => rule === "avoir")?.text).toBe(
    "Avoir sur la facture n° F-2026-00042 du 01/10/2026",
  );
  expect(rules).not.toContain("echeance");
  expect(rules).toEqual(expect.arrayContaining(["penalites", "indemnite", "escompte-aucun"]));
});

test("no mention is printed twice and no variable is left unfilled", () => {
  for (const facts of [{}, consumer, german, swiss, franchise, exempt]) {
    const printed = mentions(facts);
    const rules = printed.map(({ rule }) => rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect(printed.filter(({ text }) => /[{}]|undefined|^\s*$/.test(text))).toEqual([]);
  }
});

test("between professionals PMT, PMD and AAB travel once each; to a consumer none does", () => {
  const codes = (facts: Partial<SnapshotInput>) =>
    mentions(facts)
      .flatMap(({ noteCode }) => noteCode ?? [])
      .sort();
  expect(codes({})).toEqual(["AAB", "ABL", "PMD", "PMT", "REG"]);
  expect(codes(consumer)).toEqual(["ABL", "REG"]);
  expect(codes(franchise)).toEqual(["AAB", "PMD", "PMT", "REG"]);
});

test("wordings are data with a life: in force from a day, for the day of the document", () => {
  for (const states of Object.values(legalTexts))
    for (const { validFrom, validTo } of states)
      expect(validTo === null || validFrom <= validTo).toBe(true);
  expect(legalTextOn("franchise-293b", "2026-11-22").text).toContain("293 B");
  expect(legalTextOn("franchise-293b", "2027-06-01").text).toContain("293 B");
});

test("rules shown in the blocks of a document are rules of the table", () => {
  for (const rule of rulesShownInBlocks) expect(Object.keys(legalTexts)).toContain(rule);
});
