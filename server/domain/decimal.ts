import type { Langue } from "./langue.ts";

const SPACES = /[\s\u00a0\u202f\u2009]/gu;
const MAX_DIGITS = 19;

/** Thousands groups must be whole ("1 234"), so that a slip such as "12 34" is refused instead of guessed. */
const PLAIN = /^(?:\d+|\d{1,3}(?: \d{3})+)?$/;
const DOTTED = /^\d{1,3}(?:\.\d{3})+$/;
const COMMAED = /^\d{1,3}(?:,\d{3})+$/;

/** Integer part as digits, or null when its thousands separators are misplaced. */
function integerDigits(text: string, decimalMark: string): string | null {
  const grouped = decimalMark === "," ? DOTTED : COMMAED;
  if (grouped.test(text)) return text.replace(/[.,]/g, "");
  return PLAIN.test(text) ? text.replaceAll(" ", "") : null;
}

function splitAtMark(text: string): { whole: string; decimals: string; mark: string } {
  const at = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (at < 0) return { whole: text, decimals: "", mark: "." };
  return { whole: text.slice(0, at), decimals: text.slice(at + 1), mark: text.charAt(at) };
}

/**
 * Read a number as French people type or paste it: « 1 234,56 » (plain, no-break or narrow spaces), `1234.56`,
 * `1.234,56`, `1,5`, `−3`. Exact: the result is the value × 10^maxDecimals.
 *
 * @returns null for anything else, for more than `maxDecimals` significant decimals and for over 19 digits.
 */
export function parseDecimal(text: string, maxDecimals: number): bigint | null {
  const clean = text.trim().replace(SPACES, " ");
  const sign = /^[-\u2212+]/.exec(clean)?.[0] ?? "";
  const { whole, decimals, mark } = splitAtMark(clean.slice(sign.length).trimStart());
  const digits = integerDigits(whole, mark);
  if (digits === null || !/^\d*$/.test(decimals) || digits + decimals === "") return null;

  const significant = decimals.replace(/0+$/, "");
  if (significant.length > maxDecimals || digits.length + maxDecimals > MAX_DIGITS) return null;
  const magnitude = BigInt(digits + significant.padEnd(maxDecimals, "0"));
  return sign === "-" || sign === "\u2212" ? -magnitude : magnitude;
}

/** The integer nearest to `dividend / divisor`, halves away from zero (the rounding of the whole product). */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * top + bottom) / (2n * bottom);
  return isNegative ? -quotient : quotient;
}

/** `value` is the number × 10^scale; at least `minDecimals` decimals are kept, needless zeros beyond are not. */
function decimalParts(value: number | bigint, scale: number, minDecimals: number) {
  const exact = BigInt(value);
  const digits = (exact < 0n ? -exact : exact).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const decimals = digits
    .slice(digits.length - scale)
    .replace(/0+$/, "")
    .padEnd(minDecimals, "0");
  return { isNegative: exact < 0n, whole, decimals };
}

/** Marks between thousands and before decimals. */
const marks = { fr: ["\u00a0", ","], en: [",", "."] } as const satisfies Record<Langue, unknown>;

/** « 1 234,5 » with no-break spaces (U+00A0) between thousands and the minus sign U+2212; in English « 1,234.5 ». */
export function formatDecimal(
  value: number | bigint,
  scale: number,
  minDecimals = 0,
  langue: Langue = "fr",
): string {
  const { isNegative, whole, decimals } = decimalParts(value, scale, minDecimals);
  const [thousands, mark] = marks[langue];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return `${isNegative ? "\u2212" : ""}${grouped}${decimals && `${mark}${decimals}`}`;
}

/** Writing of machines (XML, QR code): `-1234.50`, dot, no thousands, no exponent. */
export function plainDecimal(value: number | bigint, scale: number, minDecimals = 0): string {
  const { isNegative, whole, decimals } = decimalParts(value, scale, minDecimals);
  return `${isNegative ? "-" : ""}${whole}${decimals && `.${decimals}`}`;
}
