import { expect, test } from "vitest";
import { convertClient } from "#server/reprise/convert-client";
import { convertFacture, type ImportedFacture } from "#server/reprise/convert-facture";
import { dayOf, numberOf } from "#server/reprise/legacy-values";
import type { Verdict } from "#server/reprise/verdict";

type Cells = Readonly<Record<string, unknown>>;
const reader = (cells: Cells) => (field: string) => cells[field];

const aFacture = (cells: Cells = {}, lignes: readonly Cells[] = [], choices = {}) =>
  convertFacture(
    reader({
      id: 1,
      number: "F-2024-07",
      issuedOn: "2024-03-09",
      totalHt: 100,
      totalTtc: 120,
      ...cells,
    }),
    lignes.map(reader),
    choices,
  );

const takenOf = (verdict: Verdict<ImportedFacture>) => {
  if ("refused" in verdict) throw new Error(verdict.refused);
  return verdict;
};

test("numbers are read exactly, however the former tool kept them", () => {
  expect(numberOf("1 234,56", 2)).toEqual({ value: 123_456, isRounded: false });
  expect(numberOf(0.1 + 0.2, 2)).toEqual({ value: 30, isRounded: false });
  expect(numberOf(1234.5, 2)).toEqual({ value: 123_450, isRounded: false });
  expect(numberOf("19.999", 2)).toEqual({ value: 2_000, isRounded: true });
  expect(numberOf(20n, 4)).toEqual({ value: 200_000, isRounded: false });
  for (const none of [null, undefined, "", "douze", Number.NaN])
    expect(numberOf(none, 2)).toBeNull();
});

test("days stay the ones that were written, and a day that could be two is none", () => {
  expect(dayOf("2024-03-09 23:30:00")).toBe("2024-03-09");
  expect(dayOf("2024-03-09T23:30:00-05:00")).toBe("2024-03-09");
  expect(dayOf("9/3/2024")).toBe("2024-03-09");
  for (const none of ["09/03/24", "2024-02-30", "hier", null]) expect(dayOf(none)).toBeNull();
});

test("a document keeps its number, its day and its amounts", () => {
  const { taken, flags } = takenOf(aFacture({ totalTva: 20, isPaid: 1 }));
  expect(taken).toMatchObject({
    type: "facture",
    number: "F-2024-07",
    issuedOn: "2024-03-09",
    totalHt: 10_000,
    totalTva: 2_000,
    totalTtc: 12_000,
    paidOn: "2024-03-09",
  });
  expect(flags).toEqual([]);
});

test("amounts that do not add up are taken as the client knew them, and said", () => {
  const { taken, flags } = takenOf(aFacture({ totalTva: 19.5 }));
  expect([taken.totalHt, taken.totalTva, taken.totalTtc]).toEqual([10_000, 2_000, 12_000]);
  expect(flags).toEqual(["HT and TVA do not make its TTC"]);
});

test("without totals, those of its lignes: TVA rounded once a rate", () => {
  const ligne = { designation: "Pose", quantity: 3, unitPriceHt: 0.33, rate: 20 };
  const { taken } = takenOf(
    aFacture({ totalHt: null, totalTtc: null }, [ligne, { ...ligne, rate: "5,5" }]),
  );
  expect([taken.totalHt, taken.totalTva, taken.totalTtc]).toEqual([198, 25, 223]);
  expect(taken.lignes.map(({ netHt, rate }) => [netHt, rate])).toEqual([
    [99, 2_000],
    [99, 550],
  ]);
});

test("an amount below zero is an avoir, counted positive as it was printed", () => {
  const ligne = { designation: "Retour", quantity: -1, unitPriceHt: 100, rate: 0.2 };
  const { taken, flags } = takenOf(aFacture({ totalHt: -100, totalTtc: -120 }, [ligne]));
  expect(taken).toMatchObject({ type: "avoir", totalTtc: 12_000, paidOn: null });
  expect(taken.lignes[0]).toMatchObject({ quantity: 10_000, netHt: 10_000, rate: 2_000 });
  expect(flags).toContain("its amount was below zero: taken as an avoir");
});

test("what cannot be a document is refused with its reason", () => {
  const reasons = [
    aFacture({ number: " " }),
    aFacture({ number: "N".repeat(36) }),
    aFacture({ issuedOn: "bientôt" }),
    aFacture({ totalHt: null, totalTtc: null }),
    aFacture({ status: "Brouillon" }),
    aFacture({ status: "Annulée" }),
    aFacture({}, [{ designation: "Sans prix" }]),
  ].map((verdict) => ("refused" in verdict ? verdict.refused : null));
  expect(reasons).toEqual([
    "it has no number",
    "its number is longer than 35 characters",
    "its day cannot be read",
    "it has no amount, and no ligne",
    "it is a draft",
    "it is marked as cancelled",
    "a ligne has no amount",
  ]);
  expect(aFacture({ status: "Annulée" }, [], { cancelled: "take" })).toHaveProperty("taken");
});

test("what a client's sheet refuses is kept in its note, word for word", () => {
  const verdict = convertClient(
    reader({
      nom: "Dupont & Fils",
      siret: "123",
      email: "dupont chez orange",
      line1: "3 rue des Lilas\n69003 Lyon",
    }),
  );
  if ("refused" in verdict) throw new Error(verdict.refused);
  expect(verdict.taken).toMatchObject({
    line1: "3 rue des Lilas",
    zip: "69003",
    city: "Lyon",
    siret: "",
  });
  expect(verdict.taken.note).toContain("siret : 123");
  expect(verdict.taken.note).toContain("email : dupont chez orange");
  expect(verdict.flags.length).toBeGreaterThan(1);
  expect(convertClient(reader({ nom: " " }))).toEqual({ refused: "it has no name" });
});
