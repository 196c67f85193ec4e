import { langues } from "#server/domain/langue";
import { fold } from "#server/domain/search";
import { type UnitCode, unitCodes, wordsOfUnit } from "#server/domain/units";

const aliases: Readonly<Record<string, UnitCode>> = { m2: "MTK", m3: "MTQ", hrs: "HUR" };

/** Code of a unit as typed or pasted (« h », « heures », « M2 »), or null. */
export function unitCodeOf(typed: string): UnitCode | null {
  const wanted = fold(typed);
  const known = unitCodes.find((code) =>
    [code, ...langues.flatMap((langue) => Object.values(wordsOfUnit(code, langue)))].some(
      (name) => fold(name) === wanted,
    ),
  );
  return known ?? aliases[wanted] ?? null;
}
