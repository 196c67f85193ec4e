import { countryCodes } from "#server/domain/country-codes";
import type { Address } from "#server/domain/facture";
import { fold } from "#server/domain/search";
import { lineOf, textOf } from "./legacy-values.ts";

type Parts = Readonly<Record<"line1" | "line2" | "zip" | "city" | "country", unknown>>;

/** An address kept in columns, or whole in one text: « 12 rue des Lilas, 69003 Lyon ». */
export function legacyAddress(parts: Parts): Address {
  const country = countryOf(parts.country);
  const [zip, city] = [lineOf(parts.zip), lineOf(parts.city)];
  const lines = textOf(parts.line1)
    .split("\n")
    .map((line) => lineOf(line).replace(/,$/, ""))
    .filter((line) => line !== "");
  const second = lineOf(parts.line2);
  if (zip !== "" || city !== "") return { ...linesOf(lines, second), zip, city, country };
  const last = lines.at(-1) ?? "";
  const found = /^(?:(.*?),?\s+)?(\d{5})\s+(\D.*)$/.exec(last);
  if (!found) return { ...linesOf(lines, second), zip, city, country };
  const before = [...lines.slice(0, -1), ...(found[1] ? [found[1]] : [])];
  return { ...linesOf(before, second), zip: found[2] ?? "", city: found[3] ?? "", country };
}

function linesOf(lines: readonly string[], second: string) {
  const [line1 = "", ...others] = lines;
  return { line1, line2: [...others, second].filter((line) => line !== "").join(", ") };
}

const names = new Intl.DisplayNames(["fr"], { type: "region" });
const codeOf = new Map([...countryCodes].map((code) => [fold(names.of(code) ?? code), code]));

/** France unless it says another. */
function countryOf(value: unknown): string {
  const text = lineOf(value);
  const code = text.toUpperCase();
  return countryCodes.has(code) ? code : (codeOf.get(fold(text)) ?? "FR");
}
