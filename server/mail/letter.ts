import type { Langue } from "#server/domain/langue";
import { type MailContent, type MailFacts, renderMail } from "./render-mail.ts";

/** A mail whose reader is not known yet: it is laid out in their language as it is put in the outbox. */
export type Letter = (langue: Langue) => MailContent;

const greetings = { fr: "Bonjour,", en: "Hello," } as const satisfies Record<Langue, string>;

/** What a mail says in each language, after its greeting. One that is missing does not compile. */
export const letter =
  (said: Readonly<Record<Langue, () => MailFacts>>): Letter =>
  (langue) => {
    const facts = said[langue]();
    return renderMail({ ...facts, paragraphs: [greetings[langue], ...facts.paragraphs] }, langue);
  };
