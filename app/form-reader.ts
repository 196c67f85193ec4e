import { parseAmount, parseQuantity, parseRate, parseUnitPrice } from "#server/domain/amount";
import { parseDay } from "#server/domain/calendar";
import type { Langue } from "#server/domain/langue";
import type { Problem } from "#server/domain/refusal";
import { typedNumber } from "./i18n/typed-number";

/**
 * Reads what a person typed in a form as the integers and days the API takes, in the browser and, without
 * JavaScript, in the route's action. What cannot be read becomes a problem of its field; nothing is guessed.
 */
export class FormReader {
  readonly problems: Problem[] = [];
  readonly #form: FormData;
  readonly #langue: Langue;

  /** @param langue of the page where it was typed */
  constructor(form: FormData, langue: Langue) {
    this.#form = form;
    this.#langue = langue;
  }

  /** Trimmed text; absent counts as empty. */
  text(name: string): string {
    const value = this.#form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  }

  /** As typed: passwords keep their spaces. */
  raw(name: string): string {
    const value = this.#form.get(name);
    return typeof value === "string" ? value : "";
  }

  checked(name: string): boolean {
    return this.#form.get(name) !== null;
  }

  optional(name: string): string | null {
    return this.text(name) || null;
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T {
    const typed = this.text(name);
    const found = allowed.find((value) => value === typed);
    return found ?? this.#refuse(name, "CHOICE_INVALID", (allowed[0] ?? "") as T);
  }

  /** Cents. */
  amount(name: string): number {
    return this.#number(name, parseAmount, "AMOUNT_INVALID");
  }

  /** Millionths of a euro. */
  unitPrice(name: string): number {
    return this.#number(name, parseUnitPrice, "AMOUNT_INVALID");
  }

  /** Ten-thousandths. */
  quantity(name: string): number {
    return this.#number(name, parseQuantity, "NUMBER_INVALID");
  }

  /** Basis points. */
  rate(name: string): number {
    return this.#number(name, parseRate, "RATE_INVALID");
  }

  int(name: string): number {
    const typed = this.text(name);
    return /^\d{1,9}$/.test(typed) ? Number(typed) : this.#refuse(name, "NUMBER_INVALID", 0);
  }

  /** Calendar day, typed « 12/03/2026 », « 12/03/26 » or picked. */
  day(name: string): string {
    return parseDay(this.text(name)) ?? this.#refuse(name, "DAY_INVALID", "");
  }

  optionalDay(name: string): string | null {
    return this.text(name) === "" ? null : this.day(name);
  }

  file(name: string): File | null {
    const value = this.#form.get(name);
    return value instanceof File && value.size > 0 ? value : null;
  }

  /** @param tooLarge what to say of more than `megaoctets`, before it is sent in vain */
  requiredFile(name: string, megaoctets: number, tooLarge: string): File | null {
    const file = this.file(name);
    if (!file) return this.#refuse(name, "REQUIRED", null);
    if (file.size <= megaoctets * 1_024 * 1_024) return file;
    this.problems.push({ field: name, code: tooLarge, details: { megaoctets } });
    return null;
  }

  #number(name: string, parse: (text: string) => number | null, code: string): number {
    return parse(typedNumber(this.text(name), this.#langue)) ?? this.#refuse(name, code, 0);
  }

  #refuse<T>(field: string, code: string, fallback: T): T {
    this.problems.push({ field, code: this.text(field) === "" ? "REQUIRED" : code });
    return fallback;
  }
}
