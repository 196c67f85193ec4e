import { createHash } from "node:crypto";
import type { Langue } from "#server/domain/langue";
import { en } from "./en";
import { fr } from "./fr";
import { type Tongue, tongueOf } from "./spoken";

/** Every language, kept ready: a page is drawn in one of them. */
export const tongues: Readonly<Record<Langue, Tongue>> = {
  fr: tongueOf("fr", fr),
  en: tongueOf("en", en),
};

type Sheet = { readonly name: string; readonly text: string };

const sheetOf = (langue: Langue): Sheet => {
  const text = JSON.stringify(tongues[langue].words);
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { name: `${langue}-${mark}`, text };
};

const sheets: Readonly<Record<Langue, Sheet>> = { fr: sheetOf("fr"), en: sheetOf("en") };

/** Where the browser reads the sentences of a language: another address once one of them changes. */
export const catalogueUrl = (langue: Langue): string => `/catalogue/${sheets[langue].name}`;

/** The sentences at an address as JSON; `isCurrent` is false for those of an earlier version. */
export function catalogueNamed(name: string): { text: string; isCurrent: boolean } | null {
  const sheet = Object.entries(sheets).find(([langue]) => name.startsWith(`${langue}-`))?.[1];
  return sheet ? { text: sheet.text, isCurrent: sheet.name === name } : null;
}
