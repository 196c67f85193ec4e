import { expect, test } from "vitest";
import { FormReader } from "../../app/form-reader.ts";

const readerOf = (fields: Record<string, string>, langue: "fr" | "en" = "fr") => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return new FormReader(form, langue);
};

test("amounts, quantities and days are read the way French people type them", () => {
  const reader = readerOf({
    montant: "1 234,56",
    plain: "1234.56",
    nbsp: "1\u00a0234,5",
    quantite: "1,5",
    jour: "12/03/26",
  });
  expect(reader.amount("montant")).toBe(123_456);
  expect(reader.amount("plain")).toBe(123_456);
  expect(reader.amount("nbsp")).toBe(123_450);
  expect(reader.quantity("quantite")).toBe(15_000);
  expect(reader.day("jour")).toBe("2026-03-12");
  expect(reader.problems).toEqual([]);
});

test("what cannot be read is a problem of its field, and an absent value says so", () => {
  const reader = readerOf({ montant: "douze", jour: "31/02/2026" });
  reader.amount("montant");
  reader.day("jour");
  reader.quantity("quantite");
  expect(reader.problems).toEqual([
    { field: "montant", code: "AMOUNT_INVALID" },
    { field: "jour", code: "DAY_INVALID" },
    { field: "quantite", code: "REQUIRED" },
  ]);
});

test("a choice outside the list is refused, never guessed", () => {
  const reader = readerOf({ type: "__proto__" });
  reader.choice("type", ["professionnel", "particulier"]);
  expect(reader.problems).toEqual([{ field: "type", code: "CHOICE_INVALID" }]);
});

test("who reads English may group thousands as they do", () => {
  const fields = { alone: "1,234", full: "€1,234.56", french: "1234,5", quantite: "12,000" };
  const reader = readerOf(fields, "en");
  expect(reader.amount("alone")).toBe(123_400);
  expect(reader.amount("full")).toBe(123_456);
  expect(reader.amount("french")).toBe(123_450);
  expect(reader.quantity("quantite")).toBe(120_000_000);
  expect(reader.problems).toEqual([]);
});
