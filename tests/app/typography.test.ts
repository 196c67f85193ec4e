import { expect, test } from "vitest";
import { fr } from "../../app/i18n/fr";

type Words = { readonly [key: string]: string | Words };

const sentencesOf = (words: Words): string[] =>
  Object.values(words).flatMap((word) => (typeof word === "string" ? [word] : sentencesOf(word)));

const sentences = sentencesOf(fr);

test("no sentence breaks before a double sign, a unit or inside its quotation marks", () => {
  const wrong = sentences.filter((text) => /« | »| [:;!?]|[\d}] [%€]/.test(text));
  expect(wrong).toEqual([]);
});

test("no sentence shouts, and none addresses the person as tu", () => {
  expect(
    sentences.filter((text) => /[^!]!(?!\w)|(?<!\p{L})(?:tu|ton|tes|toi)(?!\p{L})/iu.test(text)),
  ).toEqual([]);
});

test("apostrophes are typographic", () => {
  expect(sentences.filter((text) => text.includes("'"))).toEqual([]);
});
