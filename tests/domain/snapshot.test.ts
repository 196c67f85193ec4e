import { expect, test } from "vitest";
import { buildAvoir } from "../../server/domain/build-avoir.ts";
import { buildSnapshot, type SnapshotInput } from "../../server/domain/build-snapshot.ts";
import { canonicalJson } from "../../server/domain/canonical-json.ts";
import { checkSnapshot } from "../../server/domain/en16931/check-snapshot.ts";
import { renderCii } from "../../server/domain/en16931/cii.ts";
import type { Snapshot } from "../../server/domain/snapshot.ts";
import { documentKinds } from "../support/document-kinds.ts";
import {
  aContent,
  aForeigner,
  aLigne,
  aMicroEntrepreneur,
  anAcheteur,
  anAddress,
  anEmetteur,
  aParticulier,
  aRemise,
  aSnapshotInput,
} from "../support/facture-fixtures.ts";
import { all, type Element, first, readXml, textAt } from "../support/read-xml.ts";

const goods = aLigne({}, { nature: "bien" });
const snapshot = (more: Partial<SnapshotInput> = {}) => buildSnapshot(aSnapshotInput(more));
const content = (...lignes: ReturnType<typeof aLigne>[]) => ({ content: aContent({ lignes }) });
const debits = { emetteur: anEmetteur({ exigibilite: "debits" }) };

test.each<[string, Partial<SnapshotInput>, string, string | null, string]>([
  ["services", {}, "S1", "72", "B2B"],
  ["goods", content(goods), "B1", "29", "B2B"],
  ["both", content(goods, aLigne()), "M1", "72", "B2B"],
  ["services under the option débits", debits, "S1", "5", "B2B"],
  ["goods under the option débits", { ...debits, ...content(goods) }, "B1", "29", "B2B"],
  ["the franchise", { emetteur: aMicroEntrepreneur() }, "S1", null, "B2B"],
  ["a consumer", { acheteur: aParticulier() }, "S1", "72", "B2C"],
  ["a German company", { acheteur: aForeigner("DE", "DE123456789") }, "S1", null, "B2BINT"],
  [
    "a Monegasque company",
    { acheteur: anAcheteur({ siren: "", address: anAddress({ country: "MC", zip: "98000" }) }) },
    "S1",
    "72",
    "B2BINT",
  ],
  [
    "a société of Mayotte",
    { emetteur: anEmetteur({ territoire: "mayotte" }) },
    "S1",
    null,
    "OUTOFSCOPE",
  ],
  [
    "exempt teaching",
    {
      content: aContent({
        operation: "exoneree_261",
        exemptionArticle: "261-4-4°",
        lignes: [aLigne({ rate: "0" })],
      }),
    },
    "S1",
    null,
    "OUTOFSCOPE",
  ],
])("%s: process, due code and routing", (_, more, process, tvaDueCode, routing) => {
  expect(snapshot(more)).toMatchObject({ process, tvaDueCode, routing });
});

test("a snapshot is a pure function of its input, and so is its XML", () => {
  expect(canonicalJson(snapshot())).toBe(canonicalJson(snapshot()));
  expect(renderCii(snapshot())).toBe(renderCii(snapshot()));
  expect(JSON.parse(JSON.stringify(snapshot()))).toEqual(snapshot());
});

test("an avoir repeats amounts and rates, positive, and names its facture", () => {
  const facture = snapshot({
    ...content(goods, aLigne({ rate: "10" })),
    issuedOn: "2026-10-01",
  });
  const avoir = buildAvoir(facture, {
    number: "A-2026-00001",
    issuedOn: "2026-11-22",
    motif: "Erreur",
  });
  expect(avoir).toMatchObject({
    type: "avoir",
    dueOn: null,
    note: "Erreur",
    totals: facture.totals,
    lignes: facture.lignes,
    preceding: [{ number: "F-2026-00042", issuedOn: "2026-10-01" }],
  });
  expect(checkSnapshot(avoir)).toEqual([]);
});

test("an avoir shows the société as it is, under the tax facts of its facture", () => {
  const facture = snapshot();
  const moved = anEmetteur({
    regime: "franchise",
    tvaNumber: "",
    address: anAddress({ city: "Villeurbanne", zip: "69100" }),
  });
  const avoir = buildAvoir(facture, {
    ...{ number: "A-2026-00001", issuedOn: "2026-11-22", motif: "Erreur" },
    emetteur: moved,
  });
  expect(avoir.emetteur).toMatchObject({ regime: "reel", tvaNumber: "FR44732829320" });
  expect(avoir.emetteur.address.city).toBe("Villeurbanne");
  expect(checkSnapshot(avoir)).toEqual([]);
});

const changed = (more: Partial<Snapshot>): Snapshot => ({ ...snapshot(), ...more });
const totals = (more: Partial<Snapshot["totals"]>) =>
  changed({ totals: { ...snapshot().totals, ...more } });
const withLigne = (more: Partial<Snapshot["lignes"][number]>) =>
  changed({ lignes: snapshot().lignes.map((ligne) => ({ ...ligne, ...more })) });
const without = (noteCode: string) =>
  changed({ mentions: snapshot().mentions.filter((one) => one.noteCode !== noteCode) });
const german = () => snapshot({ acheteur: aForeigner("DE", "DE123456789"), ...content(goods) });

test.each<[string, Snapshot]>([
  ["BT-131", withLigne({ quantity: 20_000 })],
  ["BT-131", withLigne({ netHt: 10_001 })],
  ["BR-22", withLigne({ quantity: 0 })],
  ["BR-23", withLigne({ unit: "" })],
  ["BR-25", withLigne({ designation: " " })],
  ["BR-27", withLigne({ unitPriceHt: -1 })],
  ["BR-16", changed({ lignes: [] })],
  ["BR-CO-10", totals({ lignesHt: 10_001 })],
  ["BR-CO-11", totals({ remisesHt: 1 })],
  ["BR-CO-12", totals({ fraisHt: 1 })],
  ["BR-CO-13", totals({ totalHt: 10_001 })],
  ["BR-CO-14", totals({ totalTva: 2_001 })],
  ["BR-CO-15", totals({ totalTtc: 12_001 })],
  ["BR-CO-17", totals({ tva: [{ category: "S", rate: 2000, baseHt: 10_000, tva: 2_001 }] })],
  ["BR-S-08", totals({ tva: [{ category: "S", rate: 2000, baseHt: 10_001, tva: 2_000 }] })],
  ["BR-CO-18", totals({ tva: [] })],
  ["BR-S-01", totals({ tva: [{ category: "S", rate: 1000, baseHt: 0, tva: 0 }] })],
  ["BR-S-05", withLigne({ rate: 0 })],
  ["BR-FR-16", withLigne({ rate: 1900 })],
  ["BR-02", changed({ number: "" })],
  ["BR-FR-01", changed({ number: "F".repeat(36) })],
  ["BR-FR-01", changed({ number: "F 42" })],
  ["BR-FR-02", changed({ preceding: [{ number: "F 42", issuedOn: "2026-01-01" }] })],
  ["BR-FR-03", changed({ issuedOn: "1999-12-31" })],
  ["BR-FR-03", changed({ deliveredOn: "2026-02-30" })],
  ["BR-FR-05 PMT", without("PMT")],
  ["BR-FR-05 PMD", without("PMD")],
  ["BR-FR-05 AAB", without("AAB")],
  ["BR-FR-05 PMT", changed({ mentions: [...snapshot().mentions, ...snapshot().mentions] })],
  ["BR-FR-05 PMT", changed({ acheteur: aParticulier(), routing: "B2C" })],
  ["BR-FR-08", changed({ process: "X1" })],
  ["BR-FR-CO-05", changed({ type: "avoir" })],
  ["BR-FR-CO-07", changed({ dueOn: "2026-11-21" })],
  ["BR-CO-25", changed({ dueOn: null, paymentTerms: "" })],
  ["BR-FR-10", changed({ emetteur: anEmetteur({ siren: "732829321" }) })],
  ["BR-FR-09", changed({ emetteur: anEmetteur({ siret: "40483304800022" }) })],
  ["BR-CO-09", changed({ emetteur: anEmetteur({ tvaNumber: "44732829320" }) })],
  ["BR-S-02", changed({ emetteur: anEmetteur({ tvaNumber: "" }) })],
  ["BT-84", changed({ emetteur: anEmetteur({ iban: "FR76" }) })],
  ["BR-FR-11", changed({ acheteur: anAcheteur({ siren: "" }) })],
  ["BR-FR-32", changed({ acheteur: anAcheteur({ siren: "123" }) })],
  ["BR-07", changed({ acheteur: anAcheteur({ nom: "" }) })],
  ["BR-11", changed({ acheteur: anAcheteur({ address: anAddress({ country: "" }) }) })],
  [
    "BR-FR-12",
    changed({ routing: "B2BINT", acheteur: anAcheteur({ siren: "", tvaNumber: "", email: "" }) }),
  ],
  ["BR-57", changed({ shipTo: { name: "X", ...anAddress({ country: "ZZ" }) } })],
  ["BT-8", changed({ tvaDueCode: null })],
  ["XML characters", changed({ note: "a\u0000" })],
  [
    "BR-33",
    changed({
      ajustements: [
        {
          ...aRemise(0),
          percent: null,
          baseHt: 0,
          amountHt: 0,
          motif: "",
          category: "S",
          rate: 2000,
        },
      ],
    }),
  ],
  ["BR-IC-10", { ...german(), exemptions: [] }],
  ["BR-IC-02", { ...german(), acheteur: aForeigner("DE", "") }],
  ["BR-E-10", { ...snapshot({ emetteur: aMicroEntrepreneur() }), exemptions: [] }],
])("our last check finds %s", (rule, broken) => {
  const rules = checkSnapshot(broken).map(({ details }) => details?.["rule"]);
  expect(rules).toContain(rule);
});

const descendants = (element: Element): Element[] => [
  element,
  ...element.children.flatMap(descendants),
];

test("no document holds an empty element, and every one is well formed", () => {
  for (const [kind, one] of documentKinds) {
    const xml = renderCii(one);
    const empty = descendants(readXml(xml)).filter(
      ({ children, text }) => children.length === 0 && text.trim() === "",
    );
    expect([kind, empty.map(({ name }) => name)]).toEqual([kind, []]);
    expect(xml.startsWith("<?xml")).toBe(true);
  }
});

test("markup typed in a text stays text", () => {
  const hostile = `</ram:Name><ram:Name>&amp; "x" ' 😀 \u202fé`;
  const xml = renderCii(snapshot(content(aLigne({}, { designation: hostile }))));
  const line = first(readXml(xml), "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem");
  expect(textAt(line, "SpecifiedTradeProduct/Name")).toBe(hostile);
});

test("quantities keep 4 decimals and prices 2 to 6, without exponent", () => {
  const rows = [
    aLigne({ quantity: "0,0001", price: "0,000001" }),
    aLigne({ quantity: "-1,005", price: "12,5" }),
    aLigne({ quantity: "1000000", price: "84,6" }),
  ];
  const lines = all(
    readXml(renderCii(snapshot(content(...rows)))),
    "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
  );
  const written = lines.map((line) => [
    textAt(line, "SpecifiedLineTradeDelivery/BilledQuantity"),
    textAt(line, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"),
  ]);
  expect(written).toEqual([
    ["0.0001", "0.000001"],
    ["-1.005", "12.50"],
    ["1000000", "84.60"],
  ]);
});

const party = (xml: string, name: string) =>
  first(readXml(xml), `SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/${name}`);
const registrations = (xml: string, name: string) =>
  all(party(xml, name), "SpecifiedTaxRegistration/ID").map(
    ({ attributes, text }) => `${attributes["schemeID"]} ${text}`,
  );

test("a franchise without TVA number gives its SIREN as tax registration", () => {
  const xml = renderCii(snapshot({ emetteur: aMicroEntrepreneur() }));
  expect(registrations(xml, "SellerTradeParty")).toEqual(["FC 732829320"]);
  expect(textAt(party(xml, "SellerTradeParty"), "Name")).toBe("Julie Martin EI");
});

test("category O leaves no TVA number on the document", () => {
  const xml = renderCii(snapshot({ acheteur: aForeigner("GB", "GB123456789") }));
  expect(registrations(xml, "SellerTradeParty")).toEqual([]);
  expect(registrations(xml, "BuyerTradeParty")).toEqual([]);
});

test.each([
  ["a French company", anAcheteur(), "0225 404833048"],
  ["a German company", aForeigner("DE", "DE123456789"), "9930 DE123456789"],
  ["an American company", aForeigner("US", ""), "EM compta@exemple.fr"],
  ["a consumer", aParticulier(), undefined],
])("the electronic address of %s", (_, acheteur, expected) => {
  const xml = renderCii(snapshot({ acheteur }));
  const address = first(party(xml, "BuyerTradeParty"), "URIUniversalCommunication/URIID");
  expect(address && `${address.attributes["schemeID"]} ${address.text}`).toBe(expected);
});
