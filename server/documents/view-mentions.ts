import { rulesShownInBlocks } from "#server/domain/mentions";
import { nomLegal } from "#server/domain/nom-legal";
import type { Snapshot } from "#server/domain/snapshot";
import { paragraphs } from "./view-lignes.ts";

/** Who sells, by C. com. R123-237 and R123-238: at the foot of every page, in the words of the XML notes. */
const FOOTER_RULES = new Set([
  "identite-artisan",
  "identite-sans-capital",
  "identite-societe",
  "rcs",
  "tva-emetteur",
]);

/** Short enough to stay on one line. */
const UNBROKEN_RULES = new Set(["tva-emetteur"]);

/** The société's identity, joined by dashes at the foot of every page. */
export function footerOf({ mentions, emetteur }: Snapshot): string[] {
  const name = nomLegal(emetteur);
  const identity = mentions
    .filter(({ rule }) => FOOTER_RULES.has(rule))
    .map(({ rule, text }) => (UNBROKEN_RULES.has(rule) ? text.replaceAll(" ", "\u00a0") : text));
  return identity.some((text) => text.startsWith(name)) ? identity : [name, ...identity];
}

/** The apostrophe of the typographer, as everywhere else on the page. */
const curly = (text: string) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");

/** The remaining sentences of the law and of the société: those that stand neither in a block nor beside the TVA. */
export function conditionsOf({ mentions, exemptions }: Snapshot): string[] {
  const besideTva = new Set(exemptions.map(({ reason }) => reason));
  return mentions
    .filter(
      ({ rule, text }) =>
        !rulesShownInBlocks.has(rule) &&
        !FOOTER_RULES.has(rule) &&
        !rule.startsWith("nature-") &&
        !besideTva.has(text),
    )
    .flatMap(({ text }) => paragraphs(text).map(curly));
}
