import type { i18n as I18n } from "i18next";
import type { Langue } from "#server/domain/langue";
import { createI18n } from "./i18n";
import type { Words } from "./twin";

export type Tongue = { readonly langue: Langue; readonly words: Words; readonly i18n: I18n };

export const tongueOf = (langue: Langue, words: Words): Tongue => ({
  langue,
  words,
  i18n: createI18n(langue, words),
});

let spoken: Tongue | null = null;

/**
 * What is drawn from now on is in this language: said once by the browser, and by the server before each page, which it
 * draws without a pause. Nothing outside the drawing of a page may ask which one it is.
 */
export function speak(tongue: Tongue): void {
  spoken = tongue;
}

function now(): Tongue {
  if (!spoken) throw new Error("no language is spoken yet");
  return spoken;
}

export const langue = (): Langue => now().langue;
export const i18n = (): I18n => now().i18n;

/** Its sentences as they are written, for what hooks do not reach: titles, lists of keys. */
export const words = (): Words => now().words;
