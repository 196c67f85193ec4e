import fc from "fast-check";
import { expect, test } from "vitest";
import { amountInWords } from "../../server/domain/amount-in-words.ts";
import { canonicalJson } from "../../server/domain/canonical-json.ts";
import { epcPayload } from "../../server/domain/epc.ts";
import { nomLegal } from "../../server/domain/nom-legal.ts";
import { fold } from "../../server/domain/search.ts";
import { hasForbiddenCharacters } from "../../server/domain/text-problems.ts";

test.each([
  [0, "zéro euro"],
  [1, "un centime"],
  [100, "un euro"],
  [2100, "vingt et un euros"],
  [7100, "soixante et onze euros"],
  [8000, "quatre-vingts euros"],
  [8100, "quatre-vingt-un euros"],
  [9900, "quatre-vingt-dix-neuf euros"],
  [20_000, "deux cents euros"],
  [20_100, "deux cent un euros"],
  [100_000, "mille euros"],
  [8_000_000, "quatre-vingt mille euros"],
  [123_456, "mille deux cent trente-quatre euros et cinquante-six centimes"],
  [100_000_000, "un million d’euros"],
  [20_000_000_000, "deux cents millions d’euros"],
  [100_000_100, "un million un euros"],
  [
    99_999_999_999,
    "neuf cent quatre-vingt-dix-neuf millions neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes",
  ],
  [-150, "moins un euro et cinquante centimes"],
])("%i cents are said « %s »", (cents, words) => {
  expect(amountInWords(cents)).toBe(words);
});

test("every amount has words of its own", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999_999), fc.nat(99_999_999_999), (a, b) => {
      expect(amountInWords(a)).not.toMatch(/undefined| {2}|^ | $/);
      expect(amountInWords(a) === amountInWords(b)).toBe(a === b);
    }),
  );
});

test("the same facts have one canonical text, whatever their order", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "é\n" }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"é\\n","d":null}]}',
  );
  expect(canonicalJson({ a: 1, z: undefined })).toBe('{"a":1}');
  expect(canonicalJson({ "\u20ac": 1, "\r": 2, "1": 3 })).toBe('{"\\r":2,"1":3,"€":1}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], ["\ud800"], [() => 1]])(
  "%s has no canonical text",
  (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  },
);

test("accents, ligatures, case and spaces do not matter to a search", () => {
  expect(fold("  Cœur  d’Été ŒUVRE Straße Æsir ")).toBe("coeur d'ete oeuvre strasse aesir");
  expect(fold("ÉLÉVATION\u00a0ﬁnale №5")).toBe("elevation finale no5");
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
});

const transfer = {
  bic: "AGRIFRPP",
  name: "Atelier Dupont",
  iban: "FR7630006000011234567890189",
  amountTtc: 123_456,
  reference: "F-2026-00042",
};

test("the QR code of a transfer says who, how much and why", () => {
  expect(epcPayload(transfer)?.split("\n")).toEqual([
    ...["BCD", "002", "1", "SCT", "AGRIFRPP", "Atelier Dupont", "FR7630006000011234567890189"],
    ...["EUR1234.56", "", "", "F-2026-00042"],
  ]);
  expect(epcPayload({ ...transfer, amountTtc: 5 })).toContain("\nEUR0.05\n");
  expect(epcPayload({ ...transfer, name: `A\n${"é".repeat(100)}` })?.split("\n")[5]).toBe(
    `A ${"é".repeat(68)}`,
  );
});

test.each([
  ["nothing is payable", { amountTtc: 0 }],
  ["the client is owed money", { amountTtc: -100 }],
  ["there is no IBAN", { iban: "" }],
  ["the amount is beyond a transfer", { amountTtc: 100_000_000_000 }],
])("no QR code when %s", (_, more) => {
  expect(epcPayload({ ...transfer, ...more })).toBeNull();
});

test("« EI » stands beside the name of an entrepreneur individuel, once", () => {
  expect(nomLegal({ nom: "Julie Martin", isEi: true })).toBe("Julie Martin EI");
  expect(nomLegal({ nom: "Julie Martin EI", isEi: true })).toBe("Julie Martin EI");
  expect(nomLegal({ nom: "Julie Martin, Entrepreneur individuel", isEi: true })).toBe(
    "Julie Martin, Entrepreneur individuel",
  );
  expect(nomLegal({ nom: "Pein", isEi: true })).toBe("Pein EI");
  expect(nomLegal({ nom: "Atelier Dupont", isEi: false })).toBe("Atelier Dupont");
});

test.each([
  ["an accent", "é", false],
  ["an emoji", "😀", false],
  ["Arabic", "شركة", false],
  ["a line break", "a\nb", false],
  ["a null", "a\u0000b", true],
  ["an escape", "\u001b[31m", true],
  ["a C1 control", "\u0085", true],
  ["a lone surrogate", "a\ud800", true],
  ["a reversal of reading direction", "1\u202e00", true],
  ["a non-character", "\uffff", true],
])("%s is judged", (_, text, expected) => {
  expect(hasForbiddenCharacters(text)).toBe(expected);
});
