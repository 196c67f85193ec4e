import type { Cents } from "./money.ts";

const UNITS = [
  "zéro",
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
  "treize",
  "quatorze",
  "quinze",
  "seize",
  "dix-sept",
  "dix-huit",
  "dix-neuf",
] as const;
const TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"] as const;

function belowSeventy(value: number): string {
  const [tens, unit] = [TENS[Math.floor(value / 10)] ?? "", value % 10];
  if (unit === 0) return tens;
  return unit === 1 ? `${tens} et un` : `${tens}-${UNITS[unit] ?? ""}`;
}

function belowHundred(value: number, isLast: boolean): string {
  if (value < 20) return UNITS[value] ?? "";
  if (value < 70) return belowSeventy(value);
  if (value === 71) return "soixante et onze";
  if (value === 80 && isLast) return "quatre-vingts";
  const base = value < 80 ? 60 : 80;
  const unit = value === base ? "" : `-${UNITS[value - base] ?? ""}`;
  return `${base === 60 ? "soixante" : "quatre-vingt"}${unit}`;
}

/** `isLast`: « cents » and « quatre-vingts » take their s only when nothing, or a noun, follows. */
function belowThousand(value: number, isLast: boolean): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return belowHundred(rest, isLast);
  const count = hundreds === 1 ? "" : `${UNITS[hundreds] ?? ""} `;
  if (rest === 0) return `${count}cent${hundreds > 1 && isLast ? "s" : ""}`;
  return `${count}cent ${belowHundred(rest, isLast)}`;
}

function integerInWords(value: number): string {
  if (value === 0) return "zéro";
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor(value / 1000) % 1000;
  const units = value % 1000;
  const words: string[] = [];
  if (millions >= 1000) {
    const milliards = Math.floor(millions / 1000);
    words.push(`${belowThousand(milliards, true)} milliard${milliards > 1 ? "s" : ""}`);
  }
  const remainder = millions % 1000;
  if (remainder > 0)
    words.push(`${belowThousand(remainder, true)} million${remainder > 1 ? "s" : ""}`);
  if (thousands > 0)
    words.push(thousands === 1 ? "mille" : `${belowThousand(thousands, false)} mille`);
  if (units > 0) words.push(belowThousand(units, true));
  return words.join(" ");
}

/** « mille deux cent trente-quatre euros et cinquante-six centimes ». Below a thousand milliards of euros. */
export function amountInWords(cents: Cents): string {
  const magnitude = Math.abs(cents);
  const [euros, rest] = [Math.floor(magnitude / 100), magnitude % 100];
  const linksByDe = euros >= 1_000_000 && euros % 1_000_000 === 0;
  const whole = `${integerInWords(euros)} ${linksByDe ? "d’" : ""}euro${euros > 1 ? "s" : ""}`;
  const fraction = `${integerInWords(rest)} centime${rest > 1 ? "s" : ""}`;
  const text = rest === 0 ? whole : euros === 0 ? fraction : `${whole} et ${fraction}`;
  return (cents < 0 ? `moins ${text}` : text).replace("d’ ", "d’");
}
