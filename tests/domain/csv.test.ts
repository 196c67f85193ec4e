import fc from "fast-check";
import { expect, test } from "vitest";
import { csvAmount, csvDay, csvRow, csvText } from "#server/domain/csv";

test("text that a spreadsheet would run as a formula is kept as text", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"])
    expect(csvText(`${sign}HYPERLINK(A1)`).replace(/^"/, "").startsWith("'")).toBe(true);
  expect(csvText("Hôtel du Parc")).toBe("Hôtel du Parc");
});

test("separators, quotes and line breaks stay inside their cell", () => {
  expect(csvText("a;b")).toBe('"a;b"');
  expect(csvText('dit « "oui" »')).toBe('"dit « ""oui"" »"');
  expect(csvText("a\nb")).toBe('"a\nb"');
});

test("amounts are numbers a French spreadsheet adds, days are French days", () => {
  expect([0, 5, -5, 123_456, -123_456].map(csvAmount)).toEqual([
    "0,00",
    "0,05",
    "-0,05",
    "1234,56",
    "-1234,56",
  ]);
  expect(csvDay("2026-03-02")).toBe("02/03/2026");
  expect(csvDay(null)).toBe("");
});

/** RFC 4180 with semicolons, as spreadsheets read it. */
function read(text: string): string[] {
  const cells = [""];
  let isQuoted = false;
  for (const sign of text.slice(0, -2)) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === ";" && !isQuoted) cells.push("");
    else cells.push(`${cells.pop()}${sign}`);
  }
  return cells.map((cell) => cell.replace(/^"([\s\S]*)"$/, "$1").replaceAll('""', '"'));
}

test("whatever was typed comes back as one cell, and is never a formula", () => {
  const typed = fc.string({ unit: "binary", maxLength: 30 });
  fc.assert(
    fc.property(typed, typed, (first, second) => {
      const cells = read(csvRow([csvText(first), csvText(second)]));
      expect(cells).toHaveLength(2);
      for (const [i, one] of [first, second].entries()) {
        expect([one, `'${one}`]).toContain(cells[i]);
        expect(cells[i]).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
      }
    }),
  );
});
