import { expect, test } from "vitest";
import { type MoisKept, revenusOf } from "#server/domain/revenus";

const month = (mois: string, of: Partial<MoisKept> = {}): MoisKept => ({
  ...{ mois, inscrits: 0, convertis: 0, nouveaux: 0, departs: 0, echecs: 0, recuperes: 0 },
  ...{ mrrNouveau: 0, mrrHausse: 0, mrrBaisse: 0, mrrDepart: 0 },
  ...of,
});

const plan = { offre: "pro", nom: "Pro", priceHt: 2_900, interval: "mois" } as const;

test("the months before follow from today by what changed since, and their rates from their start", () => {
  const { mrr, arr, arpa, payants, mois, churn, conversion, retards } = revenusOf(
    {
      plans: [
        { ...plan, status: "active", nb: 6, offerts: 0 },
        { ...plan, status: "past_due", nb: 2, offerts: 0 },
        { ...plan, status: "unpaid", nb: 3, offerts: 0 },
        { ...plan, priceHt: 29_000, interval: "an", status: "active", nb: 2, offerts: 0 },
      ],
      mois: [
        month("2026-09", { nouveaux: 8, mrrNouveau: 23_200, inscrits: 20, convertis: 5 }),
        month("2026-10", {
          ...{ nouveaux: 4, mrrNouveau: 11_600, departs: 2, mrrDepart: 5_800 },
          ...{ inscrits: 8, convertis: 2 },
        }),
        month("2026-11", { mrrBaisse: 966 }),
      ],
      cohortes: [],
    },
    "2026-11",
  );
  expect({ mrr, arr, arpa, payants }).toEqual({
    ...{ mrr: 8 * 2_900 + 2 * 2_417, arr: 12 * 28_034, arpa: 2_803, payants: 10 },
  });
  expect(mois).toHaveLength(12);
  expect(mois.slice(-4).map((one) => [one.mois, one.mrr, one.payants])).toEqual([
    ["2026-08", 0, 0],
    ["2026-09", 23_200, 8],
    ["2026-10", 29_000, 10],
    ["2026-11", 28_034, 10],
  ]);
  expect(churn).toEqual({ mois: "2026-10", clients: 250, mrr: 250 });
  expect(conversion).toEqual({ mois: "2026-10", taux: 250 });
  expect(retards).toEqual({ nb: 2, mrr: 5_800, impayes: 3 });
});

test("a cohort keeps those who still pay, and one that came back", () => {
  const { cohortes } = revenusOf(
    {
      ...{ plans: [], mois: [] },
      cohortes: [
        { cohorte: "2026-09", mois: "2026-09", entres: 4, nb: 4 },
        { cohorte: "2026-09", mois: "2026-10", entres: 0, nb: -2 },
        { cohorte: "2026-09", mois: "2026-11", entres: 0, nb: 1 },
        { cohorte: "2026-11", mois: "2026-11", entres: 1, nb: 0 },
      ],
    },
    "2026-11",
  );
  expect(cohortes).toEqual([
    {
      cohorte: "2026-09",
      entres: 4,
      restants: [
        { nb: 4, taux: 1_000 },
        { nb: 2, taux: 500 },
        { nb: 3, taux: 750 },
      ],
    },
    { cohorte: "2026-11", entres: 1, restants: [{ nb: 0, taux: 0 }] },
  ]);
});

test("nobody who pays is no figure to divide by", () => {
  const { mrr, arpa, churn, conversion, offres } = revenusOf(
    { plans: [], mois: [], cohortes: [] },
    "2026-01",
  );
  expect({ mrr, arpa, offres }).toEqual({ mrr: 0, arpa: null, offres: [] });
  expect(churn).toEqual({ mois: "2025-12", clients: null, mrr: null });
  expect(conversion?.taux).toBeNull();
});
