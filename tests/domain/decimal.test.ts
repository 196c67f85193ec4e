import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatEuros,
  formatQuantity,
  formatRate,
  formatUnitPrice,
  parseAmount,
  parseQuantity,
  parseRate,
  parseUnitPrice,
} from "../../server/domain/amount.ts";
import { divideRounded, parseDecimal, plainDecimal } from "../../server/domain/decimal.ts";

test.each([
  ["1 234,56", 123456],
  ["1\u00a0234,56", 123456],
  ["1\u202f234,56\u00a0€", 123456],
  ["1234.56", 123456],
  ["1.234,56", 123456],
  ["1,234.56", 123456],
  ["1,5", 150],
  ["9,99", 999],
  [",5", 50],
  ["12,", 1200],
  ["0", 0],
  ["\u22123,10 €", -310],
  ["-3,10", -310],
  ["1,500", 150],
  ["1 234 567 EUR", 123456700],
  ["  42 ", 4200],
])("« %s » is read as %i cents", (text, cents) => {
  expect(parseAmount(text)).toBe(cents);
});

test.each([
  "",
  "-",
  ",",
  "12 34",
  "1,234",
  "1,2,3",
  "1e3",
  "0x10",
  "NaN",
  "Infinity",
  "douze",
  "１２",
  "12€34",
  "--1",
  "99999999999999999999",
  "90071992547409,93",
])("« %s » is no amount", (text) => {
  expect(parseAmount(text)).toBeNull();
});

test("quantities keep 4 decimals, unit prices 6, rates 2, and no more", () => {
  expect(parseQuantity("1,375")).toBe(13750);
  expect(parseQuantity("0,00001")).toBeNull();
  expect(parseUnitPrice("0,014567")).toBe(14567);
  expect(parseUnitPrice("0,0000001")).toBeNull();
  expect(parseRate("5,5 %")).toBe(550);
  expect(parseRate("5,555")).toBeNull();
});

test("numbers are written as French people read them", () => {
  expect(formatEuros(123456)).toBe("1\u00a0234,56\u00a0€");
  expect(formatEuros(-5)).toBe("\u22120,05\u00a0€");
  expect(formatEuros(99999999999)).toBe("999\u00a0999\u00a0999,99\u00a0€");
  expect(formatQuantity(10000)).toBe("1");
  expect(formatQuantity(-13750)).toBe("\u22121,375");
  expect(formatUnitPrice(12500000)).toBe("12,50\u00a0€");
  expect(formatUnitPrice(14567)).toBe("0,014567\u00a0€");
  expect(formatRate(2000)).toBe("20\u00a0%");
  expect(formatRate(550)).toBe("5,5\u00a0%");
});

test("what is written is read back to the same integer", () => {
  const integers = fc.maxSafeInteger();
  fc.assert(fc.property(integers, (n) => parseAmount(formatEuros(n)) === n));
  fc.assert(fc.property(integers, (n) => parseQuantity(formatQuantity(n)) === n));
  fc.assert(fc.property(integers, (n) => parseUnitPrice(formatUnitPrice(n)) === n));
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.nat(6),
      (n, scale) => parseDecimal(plainDecimal(n, scale), scale) === n,
    ),
  );
});

test("reading never throws, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(6), (text, decimals) => {
      const read = parseDecimal(text, decimals);
      return read === null || typeof read === "bigint";
    }),
  );
});

test("division rounds halves away from zero", () => {
  const rounded = [5n, -5n, 4n, -4n, 15n].map((n) => divideRounded(n, 10n));
  expect(rounded).toEqual([1n, -1n, 0n, 0n, 2n]);
  expect(divideRounded(5n, -10n)).toBe(-1n);
});
