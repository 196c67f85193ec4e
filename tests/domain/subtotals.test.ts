import { expect, test } from "vitest";
import type { LigneKind } from "#server/domain/facture";
import { subtotalsOf } from "#server/domain/subtotals";

const kinds: Readonly<Record<string, LigneKind>> = {
  S: "section",
  "=": "sous_total",
  t: "texte",
};

/** « 100 25 = S 7 = »: amounts are lignes. */
const sheet = (text: string) => {
  const words = text.split(" ");
  const rows = words.map((word) => ({ kind: kinds[word] ?? ("ligne" as const) }));
  const nets = words.map((word) => ({ netHt: Number(word) || 0 }));
  return [...subtotalsOf(rows, nets)].sort(([a], [b]) => a - b);
};

test.each([
  ["100 25 =", [[2, 125]], "what stands above, from the start of the sheet"],
  [
    "100 = 25 t 5 =",
    [
      [1, 100],
      [5, 30],
    ],
    "since the last subtotal, texts left out",
  ],
  [
    "9 S 100 = 25",
    [
      [1, 125],
      [3, 100],
    ],
    "since the last title, which tells the whole of its section",
  ],
  [
    "S 10 S 20 =",
    [
      [0, 10],
      [2, 20],
      [4, 20],
    ],
    "one section after the other",
  ],
  [
    "= 10 = =",
    [
      [0, 0],
      [2, 10],
      [3, 0],
    ],
    "nothing since the last one is nothing",
  ],
  ["100 -30 =", [[2, 70]], "what is given back is taken off"],
  ["1 2 3", [], "a sheet without either has none"],
])("%s gives %j: %s", (text, expected) => {
  expect(sheet(text)).toEqual(expected);
});
