import { createInstance, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { fr } from "./fr";

const instance = createInstance();

void instance.use(initReactI18next).init({
  lng: "fr",
  fallbackLng: "fr",
  resources: { fr },
  defaultNS: "commun",
  ns: Object.keys(fr),
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});

/** Words without anything to fill in are looked up once: a page asks for some two hundred. */
function remembering(t: TFunction): TFunction {
  const known = new Map<unknown, unknown>();
  const ask = t as unknown as (key: unknown, ...rest: unknown[]) => unknown;
  const remembered = (key: unknown, ...rest: unknown[]) => {
    if (rest.length > 0 || typeof key !== "string") return ask(key, ...rest);
    const word = known.get(key) ?? ask(key);
    known.set(key, word);
    return word;
  };
  return Object.assign(remembered, t) as unknown as TFunction;
}

const fixed = new Map<string, TFunction>();

const getFixedT = (...of: unknown[]): TFunction => {
  const name = JSON.stringify(of);
  const make = instance.getFixedT as unknown as (...of: unknown[]) => TFunction;
  const known = fixed.get(name) ?? remembering(make.apply(instance, of));
  fixed.set(name, known);
  return known;
};

/**
 * French first; another language is another catalogue of the same shape.
 *
 * A thin object in front of the instance: `useTranslation` copies every own property of what it is given and asks for a
 * new `t`, at each call of each component.
 */
export const i18n: typeof instance = Object.create(instance, { getFixedT: { value: getFixedT } });

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "commun";
    resources: typeof fr;
  }
}
