import { expect, test } from "vitest";
import { penalitesFloor } from "#server/domain/penalites";

test("late-payment penalties start at three times the legal interest rate", () => {
  expect(penalitesFloor("2026-03-12").floor).toBe(786);
});

test("a day after the last known half-year is judged by that one, and says which it is", () => {
  const { floor, legal } = penalitesFloor("2031-01-01");
  expect(floor).toBe(legal.rate * 3);
  expect(legal.until < "2031-01-01").toBe(true);
});
