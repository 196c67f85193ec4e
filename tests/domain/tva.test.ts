import { expect, test } from "vitest";
import type { Territoire } from "../../server/domain/emetteur.ts";
import { vatexOfArticle } from "../../server/domain/exemption-rules.ts";
import type { Operation } from "../../server/domain/facture.ts";
import { placeOf } from "../../server/domain/place.ts";
import { choosableRates, type LigneFacts, ratesOf, treatLigne } from "../../server/domain/tva.ts";

const today = "2026-11-22";

test.each<[Territoire, number[]]>([
  ["metropole", [2000, 1000, 550, 210]],
  ["corse", [2000, 1300, 1000, 550, 210, 90]],
  ["guadeloupe", [850, 210, 175, 105]],
  ["martinique", [850, 210, 175, 105]],
  ["reunion", [850, 210, 175, 105]],
  ["guyane", []],
  ["mayotte", []],
])("rates of %s", (territoire, rates) => {
  expect(ratesOf(territoire, today)).toEqual(rates);
});

test("rates are those of the day", () => {
  expect(ratesOf("metropole", "2013-12-31")).toEqual([1960, 700, 550, 210]);
  expect(ratesOf("metropole", "2014-01-01")).toEqual([2000, 1000, 550, 210]);
});

type Place = [country: string, zip: string];
const address = ([country, zip]: Place) => ({
  line1: "1 rue",
  line2: "",
  city: "Ville",
  country,
  zip,
});

type Case = {
  nature?: "bien" | "service";
  from?: Territoire;
  regime?: "reel" | "franchise";
  to?: Place;
  type?: "professionnel" | "particulier";
  tva?: string;
  shipTo?: Place;
  operation?: Operation;
  rate?: number;
};

const PARIS: Place = ["FR", "75001"];
const BERLIN: Place = ["DE", "10115"];
const GENEVA: Place = ["CH", "1200"];
const REUNION: Place = ["FR", "97400"];
const DE = "DE123456789";

function facts(given: Case): LigneFacts {
  return {
    emetteur: { regime: given.regime ?? "reel", territoire: given.from ?? "metropole" },
    acheteur: {
      type: given.type ?? "professionnel",
      tvaNumber: given.tva ?? "",
      address: address(given.to ?? PARIS),
    },
    shipTo: given.shipTo ? address(given.shipTo) : null,
    operation: given.operation ?? "standard",
    exemptionArticle: "261-4-4° a",
    nature: given.nature ?? "service",
    rate: given.rate ?? 2000,
    on: today,
  };
}

test.each<[string, Case, string]>([
  ["services to a French company", {}, "S"],
  ["goods to a French consumer", { nature: "bien", type: "particulier" }, "S"],
  ["goods to Monaco", { nature: "bien", to: ["MC", "98000"] }, "S"],
  ["goods to Corse", { nature: "bien", to: ["FR", "20000"] }, "S"],
  ["services to a German company", { to: BERLIN, tva: DE }, "AE VATEX-EU-AE"],
  ["services to a German company, number unknown yet", { to: BERLIN }, "AE VATEX-EU-AE"],
  ["services to a German consumer", { to: BERLIN, type: "particulier" }, "S"],
  ["goods to a German company", { nature: "bien", to: BERLIN, tva: DE }, "K VATEX-EU-IC"],
  ["goods to a German company without number", { nature: "bien", to: BERLIN }, "S"],
  ["goods to a German consumer", { nature: "bien", to: BERLIN, type: "particulier" }, "S"],
  [
    "goods of a German company delivered in Paris",
    { nature: "bien", to: BERLIN, tva: DE, shipTo: PARIS },
    "S",
  ],
  [
    "goods of a French company delivered in Berlin",
    { nature: "bien", tva: "FR83404833048", shipTo: BERLIN },
    "S",
  ],
  [
    "goods of a Swiss company delivered in Paris",
    { nature: "bien", to: GENEVA, shipTo: PARIS },
    "S",
  ],
  [
    "goods of a French company delivered in Geneva",
    { nature: "bien", shipTo: GENEVA },
    "G VATEX-EU-G",
  ],
  ["goods to a Swiss company", { nature: "bien", to: GENEVA }, "G VATEX-EU-G"],
  [
    "goods to a Swiss consumer",
    { nature: "bien", to: GENEVA, type: "particulier" },
    "G VATEX-EU-G",
  ],
  [
    "goods to Northern Ireland",
    { nature: "bien", to: ["GB", "BT1 1AA"], tva: "XI123456789" },
    "K VATEX-EU-IC",
  ],
  ["services to Northern Ireland", { to: ["GB", "BT1 1AA"], tva: "XI123456789" }, "O VATEX-EU-O"],
  [
    "goods to Great Britain",
    { nature: "bien", to: ["GB", "SW1A"], tva: "GB123456789" },
    "G VATEX-EU-G",
  ],
  ["services to a Swiss company", { to: GENEVA }, "O VATEX-EU-O"],
  ["services to a Swiss consumer", { to: GENEVA, type: "particulier" }, "S"],
  ["services to Nouvelle-Calédonie", { to: ["NC", "98800"] }, "O VATEX-EU-O"],
  ["goods to Saint-Barthélemy", { nature: "bien", to: ["FR", "97133"] }, "G VATEX-EU-G"],
  ["goods to Réunion", { nature: "bien", to: REUNION }, "G VATEX-EU-G"],
  [
    "goods to a consumer of Réunion",
    { nature: "bien", to: REUNION, type: "particulier" },
    "G VATEX-EU-G",
  ],
  ["services to Réunion", { to: REUNION }, "S"],
  ["goods to Guyane", { nature: "bien", to: ["FR", "97300"] }, "G VATEX-EU-G"],
  ["services to Guyane", { to: ["FR", "97300"] }, "E "],
  ["goods from Réunion to Paris", { nature: "bien", from: "reunion" }, "G VATEX-EU-G"],
  ["goods within Réunion", { nature: "bien", from: "reunion", to: REUNION }, "S"],
  [
    "goods from Martinique to Guadeloupe",
    { nature: "bien", from: "martinique", to: ["FR", "97100"] },
    "S",
  ],
  [
    "goods from Martinique to Réunion",
    { nature: "bien", from: "martinique", to: REUNION },
    "G VATEX-EU-G",
  ],
  [
    "goods from Réunion to Germany",
    { nature: "bien", from: "reunion", to: BERLIN, tva: DE },
    "G VATEX-EU-G",
  ],
  ["services within Guyane", { from: "guyane", to: ["FR", "97300"] }, "E "],
  ["goods from Mayotte to Paris", { nature: "bien", from: "mayotte" }, "E "],
  ["services from Guyane to Germany", { from: "guyane", to: BERLIN, tva: DE }, "AE VATEX-EU-AE"],
  ["franchise, services in France", { regime: "franchise" }, "E VATEX-FR-FRANCHISE"],
  [
    "franchise, subcontracting",
    { regime: "franchise", operation: "sous_traitance_btp" },
    "E VATEX-FR-FRANCHISE",
  ],
  [
    "franchise, goods to Germany",
    { regime: "franchise", nature: "bien", to: BERLIN, tva: DE },
    "E VATEX-FR-FRANCHISE",
  ],
  [
    "franchise, services to Germany",
    { regime: "franchise", to: BERLIN, tva: DE },
    "AE VATEX-EU-AE",
  ],
  ["franchise, services to a Swiss company", { regime: "franchise", to: GENEVA }, "O VATEX-EU-O"],
  [
    "franchise, services to a Swiss consumer",
    { regime: "franchise", to: GENEVA, type: "particulier" },
    "E VATEX-FR-FRANCHISE",
  ],
  ["subcontracting in construction", { operation: "sous_traitance_btp" }, "AE VATEX-FR-AE"],
  ["another domestic reverse charge", { operation: "autoliquidation_nationale" }, "AE VATEX-FR-AE"],
  ["exempt teaching", { operation: "exoneree_261", rate: 0 }, "E VATEX-FR-CGI261-4"],
  ["taxed books beside exempt teaching", { operation: "exoneree_261", rate: 550 }, "S"],
  ["second-hand goods", { operation: "marge_occasion", nature: "bien", rate: 0 }, "E VATEX-EU-F"],
  [
    "new goods beside second-hand ones",
    { operation: "marge_occasion", nature: "bien", rate: 2000 },
    "S",
  ],
])("%s", (_, given, expected) => {
  const ligne = facts(given);
  const { category, rate, exemption } = treatLigne(ligne);
  expect(exemption ? `${category} ${exemption.vatex}` : category).toBe(expected);
  expect(rate).toBe(category === "S" ? ligne.rate : 0);
  expect(exemption?.reason).not.toBe("");
});

test.each<[string, Case, number[]]>([
  ["a métropole société and client", {}, [2000, 1000, 550, 210]],
  ["a client of Réunion", { to: REUNION }, [2000, 1000, 550, 210, 850, 175, 105]],
  ["an exempt operation", { operation: "exoneree_261" }, [2000, 1000, 550, 210, 0]],
  ["the franchise", { regime: "franchise" }, [0]],
  ["Guyane", { from: "guyane" }, [0]],
  ["a foreign client", { to: GENEVA }, [2000, 1000, 550, 210]],
])("rates offered for %s", (_, given, rates) => {
  expect(choosableRates(facts(given))).toEqual(rates);
});

test.each([
  ["261-4-4° a", "VATEX-FR-CGI261-4"],
  ["art. 261-4-1°", "VATEX-FR-CGI261-4"],
  ["261 7 1° b", "VATEX-FR-CGI261-7"],
  ["261 B", "VATEX-FR-CGI261B"],
  ["261 C 1°", "VATEX-FR-CGI261C-1"],
  ["261 D 1° bis", "VATEX-FR-CGI261D-1BIS"],
  ["261 D 4°", "VATEX-FR-CGI261D-4"],
  ["275", "VATEX-FR-CGI275"],
  ["277 A", "VATEX-FR-CGI277A"],
  ["298 octies", ""],
  ["261-9", ""],
  ["Formation", ""],
  ["", ""],
])("article « %s » has the code « %s »", (article, code) => {
  expect(vatexOfArticle(article)).toBe(code);
});

test.each([
  ["FR", "75001", "metropole"],
  ["FR", "20200", "metropole"],
  ["FR", "97110", "antilles"],
  ["FR", "97150", "com"],
  ["FR", "97600", "guyane_mayotte"],
  ["RE", "97400", "reunion"],
  ["PF", "98714", "com"],
  ["MC", "98000", "metropole"],
  ["GR", "10431", "union"],
  ["US", "10001", "tiers"],
])("%s %s lies in %s", (country, zip, zone) => {
  expect(placeOf({ country, zip }).zone).toBe(zone);
});
