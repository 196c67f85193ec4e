import type { RuledExemption } from "./exemption-rules.ts";
import { type LegalTextId, legalTextOn } from "./legal-texts.ts";
import { type MentionFacts, type MentionRule, mentionRules } from "./mention-rules.ts";
import type { Mention } from "./snapshot.ts";

/** Mentions whose words already stand in the blocks of a document (parties, dates, references). */
export const rulesShownInBlocks: ReadonlySet<string> = new Set<LegalTextId>([
  "ei",
  "tva-emetteur",
  "siren-client",
  "tva-client",
  "adresse-livraison",
  "date-operation",
  "bon-de-commande",
  "avoir",
  "echeance",
]);

const ruleMentions = (rules: readonly MentionRule[], facts: MentionFacts): readonly Mention[] =>
  rules
    .filter(({ when }) => when(facts))
    .map(({ text: rule, noteCode = null, variables }) => ({
      rule,
      ...legalTextOn(rule, facts.issuedOn, variables?.(facts) ?? {}),
      noteCode,
    }));

/** The reason of a missing TVA travels in BT-120, hence no note. */
const exemptionMention = ({ rule, reason, legalRef }: RuledExemption): Mention => ({
  rule,
  text: reason,
  legalRef,
  noteCode: null,
});

/** Every sentence the law wants on the document, worded as on its day, each with the reason of its presence. */
export const mentionsOf = (facts: MentionFacts): readonly Mention[] => [
  ...ruleMentions(mentionRules.identity, facts),
  ...facts.exemptions.map(exemptionMention),
  ...ruleMentions(mentionRules.terms, facts),
];
