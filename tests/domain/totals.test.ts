import { expect, test } from "vitest";
import {
  parseAmount,
  parseQuantity,
  parseRate,
  parseUnitPrice,
} from "../../server/domain/amount.ts";
import { plainDecimal } from "../../server/domain/decimal.ts";
import type { Ajustement, TvaCategory } from "../../server/domain/facture.ts";
import { computeTotals, type TreatedLigne } from "../../server/domain/totals.ts";
import { officialTest, readSharedJson } from "../support/shared-data.ts";

const must = (value: number | null): number => {
  if (value === null) throw new Error("not a number");
  return value;
};

function ligne(
  quantity: string,
  price: string,
  rate: string,
  more: Partial<TreatedLigne> = {},
): TreatedLigne {
  return {
    kind: "ligne",
    quantity: must(parseQuantity(quantity)),
    unitPriceHt: must(parseUnitPrice(price)),
    rate: must(parseRate(rate)),
    category: "S",
    ajustements: [],
    ...more,
  };
}

const remise = (percent: string): Ajustement => ({
  sens: "remise",
  mode: "pourcent",
  valeur: must(parseRate(percent)),
  motif: "Remise",
});
const montant = (sens: Ajustement["sens"], euros: string): Ajustement => ({
  sens,
  mode: "montant",
  valeur: must(parseAmount(euros)),
  motif: "Port",
});

test("TVA is rounded once per rate, not per ligne", () => {
  const { totals } = computeTotals({
    lignes: [ligne("1", "0,33", "20"), ligne("1", "0,33", "20"), ligne("1", "0,33", "20")],
    ajustements: [],
  });
  expect(totals).toMatchObject({ totalHt: 99, totalTva: 20, totalTtc: 119 });
});

test("a document discount is spread by rate and its cents are not lost", () => {
  const { ajustements, totals } = computeTotals({
    lignes: [ligne("1", "100", "20"), ligne("1", "100", "10"), ligne("1", "100", "5,5")],
    ajustements: [montant("remise", "100")],
  });
  expect(ajustements.map(({ amountHt }) => amountHt)).toEqual([3334, 3333, 3333]);
  expect(totals).toMatchObject({ lignesHt: 30000, remisesHt: 10000, totalHt: 20000 });
});

test("half a cent is rounded away from zero, below zero too", () => {
  const { lignes } = computeTotals({
    lignes: [ligne("1", "0,005", "20"), ligne("-1", "0,005", "20"), ligne("1", "0,0049", "20")],
    ajustements: [],
  });
  expect(lignes.map(({ netHt }) => netHt)).toEqual([1, -1, 0]);
});

test("four decimals of quantity and six of price stay exact", () => {
  const { lignes } = computeTotals({
    lignes: [ligne("12345,6789", "0,014567", "20"), ligne("0,0001", "999999,999999", "20")],
    ajustements: [],
  });
  expect(lignes.map(({ netHt }) => netHt)).toEqual([17984, 10000]);
});

test("titles and free texts count for nothing", () => {
  const { lignes, totals } = computeTotals({
    lignes: [ligne("9", "9", "20", { kind: "section" }), ligne("1", "10", "20")],
    ajustements: [],
  });
  expect(lignes[0]).toEqual({ netHt: 0, ajustements: [] });
  expect(totals.totalHt).toBe(1000);
});

test("a discount in euros never lands on a group of returned goods", () => {
  const { ajustements, totals } = computeTotals({
    lignes: [ligne("1", "1000", "20"), ligne("-1", "999,99", "10")],
    ajustements: [montant("remise", "5")],
  });
  expect(ajustements).toMatchObject([{ rate: 2000, amountHt: 500 }]);
  expect(totals.remisesHt).toBe(500);
});

test("charges and discounts of a ligne are computed on its gross amount, in order", () => {
  const { lignes } = computeTotals({
    lignes: [ligne("1,375", "84,60", "20", { ajustements: [remise("15"), montant("frais", "2")] })],
    ajustements: [],
  });
  expect(lignes[0]).toMatchObject({
    netHt: 10088,
    ajustements: [
      { baseHt: 11633, amountHt: 1745, percent: 1500 },
      { baseHt: 11633, amountHt: 200, percent: null },
    ],
  });
});

test("a brouillon without ligne is worth nothing, whatever its discounts", () => {
  const { ajustements, ajustementsHt, totals } = computeTotals({
    lignes: [],
    ajustements: [remise("10")],
  });
  expect(ajustements).toEqual([]);
  expect(ajustementsHt).toEqual([0]);
  expect(totals).toMatchObject({ totalHt: 0, totalTtc: 0, tva: [] });
});

type VatCase = {
  id: string;
  lines: { q: string; p: string; rate: number | string; cat?: TvaCategory; disc_pct?: string }[];
  doc?: { pct: string }[];
  expected: {
    lines: string[];
    docAllowancesCharges: { rate: string; amount: string }[];
    vat: { category: string; rate: string; taxable: string; tax: string }[];
    sumLines: string;
    allowances: string;
    totalHT: string;
    totalVAT: string;
    totalTTC: string;
  };
};

const two = (value: number) => plainDecimal(value, 2, 2);

officialTest("the nine worked cases come out as published", () => {
  const cases = readSharedJson<VatCase[]>("vectors/vat-cases.json");
  expect(cases.length).toBeGreaterThanOrEqual(9);
  for (const { lines, doc = [], expected } of cases) {
    const { lignes, ajustements, totals } = computeTotals({
      lignes: lines.map(({ q, p, rate, cat, disc_pct }) =>
        ligne(q, p, String(rate), {
          category: cat ?? "S",
          ajustements: disc_pct ? [remise(disc_pct)] : [],
        }),
      ),
      ajustements: doc.map(({ pct }) => remise(pct)),
    });
    expect(lignes.map(({ netHt }) => two(netHt))).toEqual(expected.lines);
    expect(
      ajustements.map(({ amountHt, rate }) => ({ rate: two(rate), amount: two(amountHt) })),
    ).toEqual(expected.docAllowancesCharges.map(({ rate, amount }) => ({ rate, amount })));
    expect(
      totals.tva.map((group) => ({
        category: group.category,
        rate: two(group.rate),
        taxable: two(group.baseHt),
        tax: two(group.tva),
      })),
    ).toEqual(expected.vat);
    expect(two(totals.lignesHt)).toBe(expected.sumLines);
    expect(two(totals.remisesHt)).toBe(expected.allowances);
    expect([two(totals.totalHt), two(totals.totalTva), two(totals.totalTtc)]).toEqual([
      expected.totalHT,
      expected.totalVAT,
      expected.totalTTC,
    ]);
  }
});
