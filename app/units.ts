/**
 * Units offered for a quantity, by UN/ECE Rec 20 code, in the order of use. The label is what the sheet shows
 * beside the quantity; the name is what the list of choices says.
 */
const units = [
  ["C62", "u", "unité"],
  ["HUR", "h", "heure"],
  ["DAY", "j", "jour"],
  ["LS", "forfait", "forfait"],
  ["MTR", "m", "mètre"],
  ["MTK", "m²", "mètre carré"],
  ["MTQ", "m³", "mètre cube"],
  ["KGM", "kg", "kilogramme"],
  ["GRM", "g", "gramme"],
  ["TNE", "t", "tonne"],
  ["LTR", "l", "litre"],
  ["KMT", "km", "kilomètre"],
  ["KWH", "kWh", "kilowattheure"],
  ["MIN", "min", "minute"],
  ["WEE", "sem.", "semaine"],
  ["MON", "mois", "mois"],
  ["ANN", "an", "année"],
  ["SET", "lot", "lot"],
  ["PR", "paire", "paire"],
  ["XPK", "colis", "colis"],
  ["XBX", "boîte", "boîte"],
  ["XPX", "palette", "palette"],
  ["CMT", "cm", "centimètre"],
  ["MMT", "mm", "millimètre"],
  ["MLT", "ml", "millilitre"],
  ["P1", "%", "pour cent"],
] as const;

export const unitChoices: readonly { code: string; label: string; name: string }[] = units.map(
  ([code, label, name]) => ({ code, label, name }),
);

const labels = new Map<string, string>(unitChoices.map(({ code, label }) => [code, label]));

/** « h », « m² »; the code itself when it is none of ours (an imported document). */
export const unitLabel = (code: string): string => labels.get(code) ?? code;

const plural = (word: string) => (word.length > 2 && !word.endsWith("s") ? `${word}s` : word);

/** Code of a unit as typed or pasted (« h », « heures », « M2 »), or null. */
export function unitCodeOf(typed: string): string | null {
  const wanted = typed.trim().toLowerCase().replace(/2$/, "²").replace(/3$/, "³");
  const found = unitChoices.find(({ code, label, name }) =>
    [code.toLowerCase(), label, name, plural(name)].includes(wanted),
  );
  return found?.code ?? null;
}
