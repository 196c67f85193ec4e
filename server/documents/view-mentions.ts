import { rulesShownInBlocks } from "#server/domain/mentions";
import { nomLegal } from "#server/domain/nom-legal";
import type { Mention, Snapshot } from "#server/domain/snapshot";
import { mentionInEnglish } from "./mention-in-english.ts";
import { paragraphs } from "./view-lignes.ts";
import { langueOf } from "./view-words.ts";

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
export function conditionsOf(snapshot: Snapshot): string[] {
  const { mentions, exemptions } = snapshot;
  const isEnglish = langueOf(snapshot) === "en";
  const besideTva = new Set(exemptions.map(({ reason }) => reason));
  return mentions
    .filter(
      ({ rule, text }) =>
        !rulesShownInBlocks.has(rule) &&
        !FOOTER_RULES.has(rule) &&
        !rule.startsWith("nature-") &&
        !besideTva.has(text),
    )
    .flatMap((mention) => [
      ...paragraphs(mention.text).map(curly),
      ...(isEnglish ? twinOf(mention, snapshot) : []),
    ]);
}

const twinOf = (mention: Mention, snapshot: Snapshot): string[] => {
  const twin = mentionInEnglish(mention, snapshot);
  return twin === null ? [] : [twin];
};

/** Why no TVA is charged, in the words of the law, and in English beneath when the client reads it. */
export function exemptionsOf(snapshot: Snapshot): string[] {
  const reasons = [...new Set(snapshot.exemptions.map(({ reason }) => reason))];
  if (langueOf(snapshot) === "fr") return reasons;
  return reasons.flatMap((reason) => [
    reason,
    ...snapshot.mentions
      .filter(({ text }) => text === reason)
      .flatMap((mention) => twinOf(mention, snapshot)),
  ]);
}
