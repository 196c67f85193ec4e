import fc from "fast-check";
import { expect, test } from "vitest";
import { monthsCovering, renewalsBefore, twelfths, voieOfferte } from "#server/domain/mois-offerts";

const none = { status: null, interval: null, cancelAt: null, pendingPlanCode: null };
const monthly = { ...none, status: "active", interval: "mois" } as const;

test("months are given by a trial, by renewals or by a lesser year, and not to who owes, ends or changes", () => {
  expect(voieOfferte(none)).toBe("essai");
  expect(voieOfferte({ ...monthly, status: "canceled" })).toBe("essai");
  expect(voieOfferte({ ...monthly, status: "incomplete" })).toBe("essai");
  expect(voieOfferte(monthly)).toBe("echeances");
  expect(voieOfferte({ ...monthly, interval: "an" })).toBe("remise");
  for (const status of ["past_due", "unpaid", "paused"] as const)
    expect(voieOfferte({ ...monthly, status })).toBeNull();
  expect(voieOfferte({ ...monthly, cancelAt: 1 })).toBeNull();
  expect(voieOfferte({ ...monthly, pendingPlanCode: "pro_mensuel" })).toBeNull();
});

const at = (text: string): number => Date.parse(text);

test("renewals are counted from the anchor, on the last day of a month too short", () => {
  const rhythm = {
    anchorAt: at("2026-08-31T10:00:00Z"),
    periodEnd: at("2026-11-30T10:00:00Z"),
  };
  expect(renewalsBefore(rhythm, at("2027-03-01T00:00:00Z"))).toEqual({
    count: 4,
    nextAt: at("2027-03-31T10:00:00Z"),
  });
  expect(renewalsBefore(rhythm, rhythm.periodEnd)).toEqual({
    count: 0,
    nextAt: rhythm.periodEnd,
  });
});

test("a discount lasts as long as it takes for each month given to be a renewal", () => {
  const february = {
    anchorAt: at("2026-10-31T10:00:00Z"),
    periodEnd: at("2027-03-31T10:00:00Z"),
  };
  // a month from 28 February noon ends on 28 March: the renewal of the 31st would slip out
  expect(monthsCovering(february, at("2027-02-28T12:00:00Z"), 1)).toBe(2);
  const middle = { anchorAt: at("2026-10-01T10:00:00Z"), periodEnd: at("2026-12-01T10:00:00Z") };
  expect(monthsCovering(middle, at("2026-11-23T08:00:00Z"), 3)).toBe(3);

  const hour = 3_600_000;
  fc.assert(
    fc.property(
      fc.integer({ min: at("2024-01-01"), max: at("2028-01-01") }),
      fc.integer({ min: 0, max: 36 }),
      fc.integer({ min: 0, max: 27 * 24 }),
      fc.integer({ min: 1, max: 24 }),
      (anchorAt, periods, hours, given) => {
        const until = anchorAt + periods * 30.44 * 24 * hour;
        const { nextAt: periodEnd } = renewalsBefore({ anchorAt, periodEnd: anchorAt }, until);
        const now = periodEnd - hours * hour;
        const months = monthsCovering({ anchorAt, periodEnd }, now, given);
        expect(months - given).toBeGreaterThanOrEqual(0);
        expect(months - given).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("so many twelfths of a year are worth cents, and never more than the year", () => {
  expect(twelfths(29_000, 3)).toBe(7_250);
  expect(twelfths(9_000, 1)).toBe(750);
  expect(twelfths(10_000, 7)).toBe(5_833);
  expect(twelfths(10_000, 20)).toBe(10_000);
});
