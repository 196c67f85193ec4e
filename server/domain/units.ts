import type { Langue } from "./langue.ts";
import { unitsEn } from "./units-en.ts";

/** Units a ligne may be counted in: UN/ECE Recommendation 20 (or 21 for packages) code, and its French words. */
const units = {
  C62: { one: "unité", many: "unités", short: "u" },
  EA: { one: "pièce", many: "pièces", short: "pce" },
  NAR: { one: "article", many: "articles", short: "art." },
  LS: { one: "forfait", many: "forfaits", short: "forfait" },
  SET: { one: "lot", many: "lots", short: "lot" },
  XPK: { one: "colis", many: "colis", short: "colis" },
  XBX: { one: "boîte", many: "boîtes", short: "boîte" },
  XPX: { one: "palette", many: "palettes", short: "palette" },
  PR: { one: "paire", many: "paires", short: "paire" },
  IE: { one: "personne", many: "personnes", short: "pers." },
  MIN: { one: "minute", many: "minutes", short: "min" },
  HUR: { one: "heure", many: "heures", short: "h" },
  DAY: { one: "jour", many: "jours", short: "j" },
  WEE: { one: "semaine", many: "semaines", short: "sem." },
  MON: { one: "mois", many: "mois", short: "mois" },
  ANN: { one: "an", many: "ans", short: "an" },
  GRM: { one: "gramme", many: "grammes", short: "g" },
  KGM: { one: "kilogramme", many: "kilogrammes", short: "kg" },
  TNE: { one: "tonne", many: "tonnes", short: "t" },
  MMT: { one: "millimètre", many: "millimètres", short: "mm" },
  CMT: { one: "centimètre", many: "centimètres", short: "cm" },
  MTR: { one: "mètre", many: "mètres", short: "m" },
  KMT: { one: "kilomètre", many: "kilomètres", short: "km" },
  MTK: { one: "mètre carré", many: "mètres carrés", short: "m²" },
  MTQ: { one: "mètre cube", many: "mètres cubes", short: "m³" },
  MLT: { one: "millilitre", many: "millilitres", short: "ml" },
  LTR: { one: "litre", many: "litres", short: "l" },
  HLT: { one: "hectolitre", many: "hectolitres", short: "hl" },
  P1: { one: "pour cent", many: "pour cent", short: "%" },
  KWH: { one: "kilowattheure", many: "kilowattheures", short: "kWh" },
} as const;

type UnitWords = { readonly one: string; readonly many: string; readonly short: string };

export type UnitCode = keyof typeof units;

export const unitCodes = Object.keys(units) as readonly UnitCode[];

export const isUnit = (code: string): code is UnitCode => Object.hasOwn(units, code);

/** « u », « h », « m² »: for a column; the code itself when it is not one of ours. */
export const formatUnit = (code: string, langue: Langue = "fr"): string =>
  isUnit(code) ? wordsOfUnit(code, langue).short : code;

export const wordsOfUnit = (code: UnitCode, langue: Langue): UnitWords =>
  (langue === "fr" ? units : unitsEn)[code];
