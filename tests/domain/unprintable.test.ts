import { expect, test } from "vitest";
import type { FactureContent } from "../../server/domain/facture.ts";
import { unprintableTexts } from "../../server/domain/unprintable.ts";
import { aContent, aLigne } from "../support/facture-fixtures.ts";

const warned = (changes: Partial<FactureContent>) =>
  unprintableTexts(aContent(changes) as FactureContent).map(({ field, details }) => [
    field,
    details?.["caracteres"],
  ]);

test("French, Greek and the signs of a facture are printed as typed", () => {
  expect(warned({ subject: "Œuvre n° 5 : « l’été », 12 €, Ø 40 mm, ×2 → fini" })).toEqual([]);
});

test("what the fonts lack is told at its field, each sign once", () => {
  const lignes = [aLigne(), aLigne({}, { designation: "Gâteau 🎂🎂 漢" })];
  expect(warned({ note: "Merci 🙏", lignes: lignes as FactureContent["lignes"] })).toEqual([
    ["lignes.1.designation", "🎂 漢"],
    ["note", "🙏"],
  ]);
});
