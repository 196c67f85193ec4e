import { expect, test } from "vitest";
import { en } from "../../app/i18n/en";
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
  const all = [...sentences, ...sentencesOf(en)];
  expect(all.filter((text) => text.includes("'"))).toEqual([]);
});

type Catalogue = { readonly [key: string]: string | Catalogue };

const keyed = (words: Catalogue, under = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, word]): [string, string][] =>
    typeof word === "string" ? [[`${under}${key}`, word]] : keyed(word, `${under}${key}.`),
  );

const inEnglish = new Map(keyed(en));

test("an English sentence fills in what its French twin does, and nothing else", () => {
  const gaps = (text: string) => [...new Set(text.match(/\{\{\w+\}\}|<\/?\w+>/g))].sort().join();
  const wrong = keyed(fr).filter(
    ([key, text]) => !/_(?:zero|one)$/.test(key) && gaps(text) !== gaps(inEnglish.get(key) ?? ""),
  );
  expect(wrong).toEqual([]);
});

test("English spaces its signs as English does", () => {
  const wrong = [...inEnglish.values()].filter((text) =>
    /[\s\u00a0][:;!?%](?!\w)|«|»|\d\s?€/.test(text),
  );
  expect(wrong).toEqual([]);
});
