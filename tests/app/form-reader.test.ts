import { expect, test } from "vitest";
import { FormReader } from "../../app/form-reader.ts";

const readerOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return new FormReader(form);
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
