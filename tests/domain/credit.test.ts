import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPartialAvoir } from "../../server/domain/build-avoir.ts";
import { buildSnapshot } from "../../server/domain/build-snapshot.ts";
import { problemsOf } from "../../server/domain/completeness.ts";
import {
  type CreditAsked,
  type Creditable,
  type Credited,
  computeCredit,
  groupOf,
  remainingQuantity,
} from "../../server/domain/credit.ts";
import { creditContent } from "../../server/domain/credit-content.ts";
import { creditProblems } from "../../server/domain/credit-problems.ts";
import { checkSnapshot } from "../../server/domain/en16931/check-snapshot.ts";
import type { FactureContent, TvaGroup } from "../../server/domain/facture.ts";
import { aContent, aLigne, aMarque, aRemise, aSnapshotInput } from "../support/facture-fixtures.ts";
import { RANDOM_DAY, randomFacture } from "../support/random-facture.ts";

const none: Credited = { quantities: {}, basesHt: [], totalTtc: 0 };

function creditable(content: FactureContent, more = {}): Creditable {
  const snapshot = buildSnapshot(aSnapshotInput({ content, ...more }));
  return { content, snapshot, credited: none };
}

const everything = (origine: Creditable, motif = "Retour"): CreditAsked => ({
  lignes: origine.content.lignes.flatMap(({ kind }, index) => {
    const quantity = kind === "ligne" ? remainingQuantity(origine, index) : 0;
    return quantity > 0 ? [{ index, quantity }] : [];
  }),
  montants: [],
  motif,
});

const lignesOf = ({ snapshot }: Creditable, { category, rate }: TvaGroup) =>
  snapshot.lignes
    .filter((ligne) => ligne.category === category && ligne.rate === rate)
    .reduce((sum, { netHt }) => sum + netHt, 0);

const computed = (origine: Creditable, asked: CreditAsked) =>
  computeCredit(origine, creditContent(origine, asked, RANDOM_DAY), RANDOM_DAY).totals;

/** The facture after an avoir of this was issued. */
function after(origine: Creditable, asked: CreditAsked): Creditable {
  const { snapshot, credited } = origine;
  const totals = computed(origine, asked);
  const quantities = { ...credited.quantities };
  for (const { index, quantity } of asked.lignes)
    quantities[index] = (quantities[index] ?? 0) + quantity;
  const basesHt = snapshot.totals.tva.map((_, groupe) => {
    const own = totals.tva.find((group) => groupOf(snapshot, group) === groupe);
    return (credited.basesHt[groupe] ?? 0) + (own?.baseHt ?? 0);
  });
  const totalTtc = credited.totalTtc + totals.totalTtc;
  return { ...origine, credited: { quantities, basesHt, totalTtc } };
}

test("crediting everything of any facture gives its very totals, and a document that holds", () => {
  fc.assert(
    fc.property(randomFacture, ({ content, emetteur, acheteur }) => {
      fc.pre(problemsOf({ content, emetteur, acheteur, today: RANDOM_DAY }).length === 0);
      const origine = creditable(content, { emetteur, acheteur, issuedOn: RANDOM_DAY });
      // a charge on lignes worth nothing is credited as an amount; what is discounted to nothing, not at all
      const isWorth = (group: TvaGroup) => lignesOf(origine, group) > 0 && group.baseHt > 0;
      fc.pre(origine.snapshot.totals.tva.every(isWorth));
      const asked = everything(origine);
      const avoir = buildPartialAvoir(
        origine.snapshot,
        { number: "A-2026-00001", issuedOn: RANDOM_DAY, motif: "Retour", marque: aMarque() },
        creditContent(origine, asked, RANDOM_DAY),
      );
      expect(avoir.totals.tva).toEqual(origine.snapshot.totals.tva);
      expect(avoir.totals.totalTtc).toBe(origine.snapshot.totals.totalTtc);
      expect(checkSnapshot(avoir)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("half cents that round the other way do not leave the avoir of everything a cent short", () => {
  const origine = creditable(
    aContent({
      lignes: [
        aLigne({ quantity: "0,5", price: "2,91" }),
        aLigne({ quantity: "289", price: "0,005" }),
      ],
      ajustements: [
        { sens: "remise", mode: "montant", valeur: 2, motif: "Geste" },
        { sens: "remise", mode: "pourcent", valeur: 9_880, motif: "Solde" },
      ],
    }),
  );
  expect(origine.snapshot.totals.totalHt).toBe(1);
  expect(computed(origine, everything(origine)).totalHt).toBe(1);
});

test("credited in two parts, no facture gives back a cent too many, and never fails for a cent", () => {
  fc.assert(
    fc.property(randomFacture, fc.integer({ min: 1, max: 9 }), (random, tenth) => {
      const { content, emetteur, acheteur } = random;
      fc.pre(problemsOf({ content, emetteur, acheteur, today: RANDOM_DAY }).length === 0);
      const whole = creditable(content, { emetteur, acheteur, issuedOn: RANDOM_DAY });
      fc.pre(whole.snapshot.lignes.every(({ netHt }) => netHt >= 0));
      const all = everything(whole);
      const part = {
        ...all,
        lignes: all.lignes.flatMap(({ index, quantity }) => {
          const some = Math.floor((quantity * tenth) / 10);
          return some > 0 ? [{ index, quantity: some }] : [];
        }),
      };
      const once = after(whole, part);
      const twice = after(once, everything(once));
      const { totals } = whole.snapshot;
      expect(twice.credited.totalTtc).toBeLessThanOrEqual(totals.totalTtc);
      for (const [groupe, { baseHt }] of totals.tva.entries())
        expect(twice.credited.basesHt[groupe]).toBeLessThanOrEqual(baseHt);
    }),
    { numRuns: 500 },
  );
});

test("a part of a ligne bears its part of the discounts of the ligne and of the document", () => {
  const origine = creditable(
    aContent({
      lignes: [
        aLigne({ quantity: "4", price: "100" }, { ajustements: [aRemise(1_000)] }),
        aLigne({ quantity: "1", price: "50", rate: "5,5" }),
      ],
      ajustements: [aRemise(500)],
    }),
  );
  // one of four: 100,00 − 10 % − 5 % of the 90,00 left
  const totals = computed(origine, {
    lignes: [{ index: 0, quantity: 10_000 }],
    montants: [],
    motif: "Une pièce reprise",
  });
  expect(totals).toMatchObject({ totalHt: 8_550, totalTva: 1_710, totalTtc: 10_260 });
});

test("an amount is taxed at the rate it is taken from", () => {
  const origine = creditable(
    aContent({ lignes: [aLigne(), aLigne({ rate: "5,5", price: "200" })] }),
  );
  const { tva } = origine.snapshot.totals;
  const groupe = tva.findIndex(({ rate }) => rate === 550);
  const totals = computed(origine, {
    lignes: [],
    montants: [{ groupe, amountHt: 2_000 }],
    motif: "Geste",
  });
  expect(totals.tva).toMatchObject([{ rate: 550, baseHt: 2_000, tva: 110 }]);
});

test("what is beyond the facture, given back already or named twice is refused at its field", () => {
  const origine = {
    ...creditable(
      aContent({ lignes: [aLigne({ quantity: "3" }), aLigne({}, { kind: "section" })] }),
    ),
    credited: { quantities: { 0: 20_000 }, basesHt: [20_000], totalTtc: 24_000 },
  };
  const fields = (asked: Partial<CreditAsked>) =>
    creditProblems(origine, { lignes: [], montants: [], motif: "x", ...asked }).map(
      ({ field, code }) => `${field} ${code}`,
    );
  expect(fields({ lignes: [{ index: 0, quantity: 10_000 }] })).toEqual([]);
  expect(fields({ lignes: [{ index: 0, quantity: 10_001 }] })).toEqual([
    "lignes.0.quantity QUANTITY_EXCEEDS",
  ]);
  expect(fields({ lignes: [{ index: 1, quantity: 1 }] })).toEqual([
    "lignes.1.quantity QUANTITY_INVALID",
  ]);
  expect(fields({ lignes: [1, 2].map(() => ({ index: 0, quantity: 1 })) })).toEqual([
    "lignes.0.quantity QUANTITY_INVALID",
  ]);
  expect(fields({ montants: [{ groupe: 0, amountHt: 10_001 }] })).toEqual([
    "montants.0.amountHt AMOUNT_EXCEEDS",
  ]);
  expect(fields({ montants: [{ groupe: 5, amountHt: 1 }] })).toEqual([
    "montants.5.amountHt AMOUNT_EXCEEDS",
  ]);
});
