import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { fr } from "./fr";

/** French first; another language is another catalogue of the same shape. */
export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: "fr",
  fallbackLng: "fr",
  resources: { fr },
  defaultNS: "commun",
  ns: Object.keys(fr),
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "commun";
    resources: typeof fr;
  }
}
