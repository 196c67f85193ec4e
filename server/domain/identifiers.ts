import { ibanLengths } from "./iban-lengths.ts";
import { tvaNumberFormats } from "./tva-number-formats.ts";

const LA_POSTE = "356000000";

/** Upper case, without the spaces, dots and dashes people copy along. */
export const normalizeIdentifier = (text: string): string =>
  text.toUpperCase().replace(/[\s\u00a0\u202f.-]/g, "");

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

function passesLuhn(digits: string): boolean {
  const weighted = [...digits].reverse().map((digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  return weighted.reduce((sum, value) => sum + value, 0) % 10 === 0;
}

/** Nine ASCII digits with a correct Luhn key. */
export const isSiren = (text: string): boolean =>
  /^[0-9]{9}$/.test(text) && text !== "000000000" && passesLuhn(text);

/**
 * Fourteen digits: a SIREN and a NIC, with a Luhn key over all of them. Most establishments of La Poste have a
 * digit sum that is a multiple of 5 instead; that rule holds for its SIREN alone.
 */
export function isSiret(text: string): boolean {
  if (!/^[0-9]{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
  return passesLuhn(text) || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0);
}

/** The TVA number of a French company: FR, the key (12 + 3 × (SIREN mod 97)) mod 97, the SIREN. */
export function tvaNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** Numeric keys are computed; keys with letters are only checked in form. Monaco's pseudo-SIREN (000…) has no Luhn. */
function isFrenchTvaNumber(number: string): boolean {
  const siren = number.slice(4);
  if (!/^FR[0-9A-HJ-NP-Z]{2}[0-9]{9}$/.test(number)) return false;
  if (!isSiren(siren) && !/^000[0-9]{6}$/.test(siren)) return false;
  return /^FR[0-9]{2}/.test(number) ? number === tvaNumberOf(siren) : true;
}

/** The country whose numbers begin with this prefix: Greece writes EL, Northern Ireland XI, Monaco FR. */
function tvaPrefixOf(country: string): string {
  if (country === "GR") return "EL";
  return country === "MC" ? "FR" : country;
}

/** Whether the countries of the EU (and XI) have a number format of their own here. */
export const hasTvaNumberFormat = (country: string): boolean =>
  Object.hasOwn(tvaNumberFormats, tvaPrefixOf(country));

/**
 * A well-formed TVA number of the EU, Northern Ireland or Monaco, prefix included. With `country` (ISO 3166), the
 * prefix must be the one of that country. Says nothing of its existence: that is the office VIES's to say.
 */
export function isTvaNumber(number: string, country?: string): boolean {
  const prefix = number.slice(0, 2);
  if (country !== undefined && prefix !== tvaPrefixOf(country)) return false;
  if (prefix === "FR") return isFrenchTvaNumber(number);
  return tvaNumberFormats[prefix]?.test(number.slice(2)) ?? false;
}

function mod97(text: string): number {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Letters of an account number as digits, by the French table: A–I 1–9, J–R 1–9, S–Z 2–9. */
function ribDigits(text: string): bigint {
  const digits = text.replace(/[A-Z]/g, (letter) => {
    const rank = letter.charCodeAt(0) - 65;
    return String(rank < 18 ? (rank % 9) + 1 : rank - 16);
  });
  return BigInt(digits);
}

function hasRibKey(bban: string): boolean {
  const [bank, branch, account] = [bban.slice(0, 5), bban.slice(5, 10), bban.slice(10, 21)];
  const sum = 89n * ribDigits(bank) + 15n * ribDigits(branch) + 3n * ribDigits(account);
  return 97n - (sum % 97n) === BigInt(bban.slice(21));
}

/** Known country, exact length, mod 97 = 1, and the RIB key of French and Monegasque accounts. Without spaces. */
export function isIban(text: string): boolean {
  const country = text.slice(0, 2);
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]+$/.test(text) || ibanLengths[country] !== text.length)
    return false;
  if (mod97(text.slice(4) + text.slice(0, 4)) !== 1) return false;
  const bban = text.slice(4);
  if (country !== "FR" && country !== "MC") return true;
  return /^[0-9]{10}[A-Z0-9]{11}[0-9]{2}$/.test(bban) && hasRibKey(bban);
}

/** « FR76 3000 6000 … », by groups of four. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, "$1\u00a0");

/** ISO 9362: 8 or 11 characters. */
export const isBic = (text: string): boolean =>
  /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text);

/** Postal code: five digits in France, its territories and Monaco; at most 10 printable characters elsewhere. */
export function isPostalCode(country: string, zip: string): boolean {
  if (/^(?:FR|MC|GP|MQ|GF|RE|YT|BL|MF|PM|NC|PF|WF)$/.test(country)) return /^[0-9]{5}$/.test(zip);
  return /^[A-Za-z0-9][A-Za-z0-9 -]{0,9}$/.test(zip);
}

/** A mailbox a French professional may have: ASCII, one @, a dotted domain, at most 254 characters. */
export function isEmail(text: string): boolean {
  if (text.length > 254 || /\.\.|^\.|\.@/.test(text)) return false;
  return /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/.test(
    text,
  );
}

/** « 732 829 320 » and « 732 829 320 00074 ». */
export const formatSiren = (siren: string): string =>
  siren
    .replace(/^(\d{3})(\d{3})(\d{3})/, "$1\u00a0$2\u00a0$3")
    .replace(/(\d)(\d{5})$/, "$1\u00a0$2");
