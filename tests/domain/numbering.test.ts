import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assertPattern,
  formatNumber,
  inferPattern,
  isDocumentNumber,
  patternFault,
  restartsYearly,
} from "../../server/domain/numbering.ts";

test("a number is written from its pattern, year and rank", () => {
  expect(formatNumber("F-{annee}-{rang:5}", 2026, 42)).toBe("F-2026-00042");
  expect(formatNumber("A-{annee}-{rang:5}", 2026, 123_456)).toBe("A-2026-123456");
  expect(formatNumber("{an}/{rang}", 2026, 7)).toBe("26/7");
  expect([restartsYearly("F-{annee}-{rang}"), restartsYearly("F{rang:6}")]).toEqual([true, false]);
});

test.each([
  ["F-{annee}-{rang:5}", null],
  ["{rang}", null],
  ["F-{annee}", "rang"],
  ["{rang}-{rang}", "rang"],
  ["F {annee}/{rang}", "caracteres"],
  ["FAC n°{rang}", "caracteres"],
  ["F.{annee}.{rang}", "caracteres"],
  ["F-{mois}-{rang}", "caracteres"],
  ["Facturé-{rang}", "caracteres"],
  ["FACTURE-DE-LA-SOCIETE-DUPONT-{annee}-{rang:5}", "longueur"],
  ["", "rang"],
])("the pattern « %s » is judged %s", (pattern, fault) => {
  expect(patternFault(pattern)).toBe(fault);
});

test("an unlawful pattern is refused with its fault", () => {
  expect(() => assertPattern("F {rang}")).toThrow(
    expect.objectContaining({
      code: "NUMBER_PATTERN_INVALID",
      details: { fault: "caracteres", max: 35 },
    }),
  );
  expect(() => assertPattern("F-{rang}")).not.toThrow();
});

test.each([
  ["F-2026-00042", "F-{annee}-{rang:5}", 42, 2026],
  ["FAC2026-0042", "FAC{annee}-{rang:4}", 42, 2026],
  ["2026042", "{annee}{rang:3}", 42, 2026],
  ["F26-0042", "F{an}-{rang:4}", 42, 2026],
  ["042/2026", "{rang:3}/{annee}", 42, 2026],
  ["2026-2026", "{annee}-{rang:4}", 2026, 2026],
  ["F00042", "F{rang:5}", 42, null],
  ["42", "{rang:2}", 42, null],
  ["7", "{rang}", 7, null],
  ["FA-2025-0099", "FA-2025-{rang:4}", 99, null],
  ["LYON-2026-12-A", "LYON-{annee}-{rang:2}-A", 12, 2026],
])("the last number « %s » of another tool gives %s", (example, pattern, rang, exercice) => {
  expect(inferPattern(example, 2026)).toEqual({ pattern, rang, exercice });
});

test.each([
  "",
  "FACTURE",
  "F 2026/42",
  "F.2026.1",
  "F-2026-00000",
  "FACTURE-DE-LA-SOCIETE-DUPONT-2026-000042",
])("nothing is inferred from « %s »", (example) => {
  expect(inferPattern(example, 2026)).toBeNull();
});

test("an inferred pattern always writes its example back, and then the next number", () => {
  const part = fc.constantFrom(
    "F",
    "FAC",
    "-",
    "_",
    "/",
    "2026",
    "26",
    "007",
    "42",
    "1",
    "2025",
    "+",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
      const example = parts.join("");
      const inferred = inferPattern(example, 2026);
      if (inferred === null) return;
      expect(formatNumber(inferred.pattern, 2026, inferred.rang)).toBe(example);
      const next = formatNumber(inferred.pattern, 2026, inferred.rang + 1);
      expect(next).not.toBe(example);
      expect(isDocumentNumber(next)).toBe(true);
      expect(patternFault(inferred.pattern)).toBeNull();
    }),
  );
});
