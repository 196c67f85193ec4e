import fc from "fast-check";
import { expect, test } from "vitest";
import { settlementOf } from "../../server/domain/settlement.ts";

const due = { dueOn: "2026-03-31", today: "2026-03-31" };

test.each([
  ["nothing received by the last day", 0, 0, due, 10_000, "a_payer"],
  ["nothing received the day after", 0, 0, { ...due, today: "2026-04-01" }, 10_000, "en_retard"],
  ["half received", 0, 5_000, due, 5_000, "partielle"],
  ["half received, late", 0, 5_000, { ...due, today: "2026-04-01" }, 5_000, "en_retard"],
  ["half credited", 5_000, 0, due, 5_000, "partielle"],
  ["all received", 0, 10_000, due, 0, "payee"],
  ["all received, long ago", 0, 10_000, { ...due, today: "2027-01-01" }, 0, "payee"],
  ["all credited", 10_000, 0, due, 0, "annulee"],
  ["half credited, half received", 5_000, 5_000, due, 0, "payee"],
  ["credited after payment", 10_000, 10_000, due, -10_000, "a_rembourser"],
  ["one cent too much", 0, 10_001, due, -1, "a_rembourser"],
  ["one cent missing, late", 0, 9_999, { ...due, today: "2026-04-01" }, 1, "en_retard"],
  ["no échéance", 0, 0, { dueOn: null, today: "2027-01-01" }, 10_000, "a_payer"],
])("%s", (_, avoirsTtc, regleTtc, days, reste, status) => {
  expect(settlementOf({ totalTtc: 10_000, avoirsTtc, regleTtc, ...days })).toEqual({
    reste,
    status,
  });
});

test("what remains is always the total less avoirs and règlements", () => {
  const cents = fc.nat(1_000_000_00);
  fc.assert(
    fc.property(cents, cents, cents, (totalTtc, avoirsTtc, regleTtc) => {
      const { reste, status } = settlementOf({ totalTtc, avoirsTtc, regleTtc, ...due });
      expect(reste + avoirsTtc + regleTtc).toBe(totalTtc);
      expect(reste === 0).toBe(status === "payee" || status === "annulee");
    }),
  );
});
