import { createInstance, type i18n as I18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Langue } from "#server/domain/langue";
import type { fr } from "./fr";
import type { Words } from "./twin";

type Details = Readonly<Record<string, unknown>>;
type Ask = (key: unknown, details?: unknown, ...rest: unknown[]) => unknown;

/**
 * Words are looked up once and sentences kept as templates, one for each form of their number: a page asks for some two
 * hundred. What is more than a key and words to fill in goes to i18next.
 */
function remembering(t: TFunction, formOf: (count: number) => string): TFunction {
  const ask = t as unknown as Ask;
  const words = new Map<string, unknown>();
  const sentences = new Map<string, Fill | null>();
  const sentenceOf = (key: string, details: Details): Fill | null => {
    const { count } = details;
    const name = typeof count === "number" ? `${key} ${formOf(count)}` : key;
    const known = sentences.get(name);
    if (known !== undefined) return known;
    const made = fillOf(ask(key, { ...details, skipInterpolation: true }));
    sentences.set(name, made);
    return made;
  };
  const remembered: Ask = (key, details, ...rest) => {
    if (rest.length > 0 || typeof key !== "string") return ask(key, details, ...rest);
    if (isDetails(details)) return sentenceOf(key, details)?.(details) ?? ask(key, details);
    if (details !== undefined) return ask(key, details);
    const word = words.get(key) ?? ask(key);
    words.set(key, word);
    return word;
  };
  return Object.assign(remembered, t) as unknown as TFunction;
}

/** i18next has a form of its own for none; for French, none is one. */
function formsOf(langue: Langue): (count: number) => string {
  const plural = new Intl.PluralRules(langue);
  return (count) => (count === 0 ? "zero" : plural.select(count));
}

/** Options of i18next itself; none of our sentences calls a detail so. */
const options = new Set("context defaultValue interpolation lng ns ordinal replace".split(" "));

/** Words and numbers to fill in, and nothing else. */
function isDetails(details: unknown): details is Details {
  if (typeof details !== "object" || details === null) return false;
  for (const [name, value] of Object.entries(details))
    if (options.has(name) || (typeof value !== "string" && typeof value !== "number")) return false;
  return true;
}

type Fill = (details: Details) => string | null;

/** The sentence as a function of its details: null when one is missing, or when it is more than plain `{{names}}`. */
function fillOf(sentence: unknown): Fill | null {
  if (typeof sentence !== "string" || sentence.includes("$t(")) return null;
  const parts = sentence.split(/\{\{(.*?)\}\}/);
  if (parts.some((part, index) => index % 2 === 1 && !/^\w+$/.test(part))) return null;
  return (details) => {
    let text = "";
    for (const [index, part] of parts.entries()) {
      const piece = index % 2 === 0 ? part : details[part];
      if (piece === undefined) return null;
      text += piece;
    }
    return text;
  };
}

/**
 * The i18next of one language.
 *
 * A thin object in front of its instance: `useTranslation` copies every own property of what it is given and asks for a
 * new `t`, at each call of each component.
 */
export function createI18n(langue: Langue, words: Words): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: langue,
    fallbackLng: langue,
    resources: { [langue]: words },
    defaultNS: "commun",
    ns: Object.keys(words),
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  const formOf = formsOf(langue);
  const make = instance.getFixedT as unknown as (...of: unknown[]) => TFunction;
  const fixed = new Map<string, TFunction>();
  const getFixedT = (...of: unknown[]): TFunction => {
    const name = JSON.stringify(of);
    const known = fixed.get(name) ?? remembering(make.apply(instance, of), formOf);
    fixed.set(name, known);
    return known;
  };
  return Object.create(instance, { getFixedT: { value: getFixedT } });
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "commun";
    resources: typeof fr;
  }
}
