import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast, readableInk, textOn } from "#server/domain/contrast";
import { FONT_COVERAGE } from "#server/domain/font-coverage";
import { printable, printableDeep } from "#server/domain/printable";
import { fontCoverage } from "../../scripts/font-coverage.ts";
import { assetsDir } from "./a-renderer.ts";

const { text, name, lost } = printable;

test("the list of printable characters is what the six fonts really share", () => {
  expect(fontCoverage(join(assetsDir, "fonts"))).toBe(FONT_COVERAGE);
});

test("French, Greek and Cyrillic are printed as typed", () => {
  const typed = "Œuvre, çà et là : 1 234,56 € – « déjà » ; Łódź, Straße, Ελλάδα, Київ, ½ m²";
  expect(text(typed).replaceAll("\u00a0", " ")).toBe(typed);
});

test("what the fonts lack becomes its nearest equivalent, else a question mark; what is invisible is dropped", () => {
  expect(text("㎡ ① e\u0301 \u2011 日本 👍🏽 ❤️")).toBe("m2 1 é - ?? ? ?");
  expect(text("a\u200bb\u202ec\u0000d\ufeffe\ud800f")).toBe("abcde?f");
  expect(text("colonne\tsuivante")).toBe("colonne suivante");
});

test("what would become a question mark is told before", () => {
  expect(lost("日本 et 👍🏽, ㎡ ① é ? 日")).toEqual(["日", "本", "👍"]);
  expect(lost("Œuvre à 12 €, est-ce bien ?\u200b")).toEqual([]);
});

test("spaces before the double marks of French and inside guillemets do not break", () => {
  expect(text("Total : 5 % ! « oui »")).toBe("Total\u00a0: 5\u00a0%\u00a0! «\u00a0oui\u00a0»");
});

test("words over 24 letters may break on the page, not in metadata", () => {
  const word = "anticonstitutionnellement".repeat(2);
  expect(text(word).split("\u200b").join("")).toBe(word);
  expect(
    Math.max(
      ...text(word)
        .split("\u200b")
        .map((part) => part.length),
    ),
  ).toBe(12);
  expect(text("a".repeat(24))).toBe("a".repeat(24));
  expect(name(word)).toBe(word);
  expect(text("FACTURE-2026-SITE-LYON-CENTRE-00057")).not.toContain("\u200b");
  expect(text("comptabilite.fournisseurs@cooperative.example").split("\u200b")).toEqual([
    ...["comptabilite.", "fournisseurs@", "cooperative.", "example"],
  ]);
});

test("every string of a value is made printable, the rest is left alone", () => {
  expect(printableDeep({ a: ["\u0000x", 1, true], b: { c: "\u200by" } }, text)).toEqual({
    a: ["x", 1, true],
    b: { c: "y" },
  });
});

test("any brand stays readable: on itself, and as ink on white", () => {
  for (const color of [
    "#ffd400",
    "#ffffff",
    "#808080",
    "#000000",
    "#1d4e89",
    "#00ff00",
    "#8a1c3b",
  ]) {
    expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readableInk(color), "#ffffff")).toBeGreaterThanOrEqual(4.5);
  }
  expect(readableInk("#1d4e89")).toBe("#1d4e89");
});
