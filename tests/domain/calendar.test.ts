import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  compareDays,
  daysBetween,
  endOfMonth,
  formatDay,
  formatLongDay,
  isCalendarDay,
  isDocumentDay,
  parseDay,
} from "../../server/domain/calendar.ts";
import { dueOn, exceedsLegalTerm, formatEcheance } from "../../server/domain/echeance.ts";

test.each([
  ["2026-01-31", 1, "2026-02-01"],
  ["2026-02-28", 1, "2026-03-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2026-03-28", 2, "2026-03-30"],
  ["2026-10-24", 2, "2026-10-26"],
  ["2000-02-29", 365, "2001-02-28"],
])("%s and %i days is %s, daylight saving or not", (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
  expect(daysBetween(day, expected)).toBe(days);
});

test("calendar arithmetic agrees with the proleptic calendar of UTC on any day", () => {
  const millis = 86_400_000;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: -5000, max: 5000 }),
      (n, days) => {
        const iso = (value: number) => new Date(value * millis).toISOString().slice(0, 10);
        return addDays(iso(n), days) === iso(n + days);
      },
    ),
  );
});

test.each([
  ["UTC", 0],
  ["America/Los_Angeles", 480],
  ["Pacific/Auckland", -780],
])("days are those of Paris at 23:30 on a machine set to %s", (zone, offset) => {
  const script = join(import.meta.dirname, "../support/print-days.ts");
  const printed = execFileSync(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, TZ: zone },
  });
  expect(JSON.parse(printed.toString())).toEqual({
    offset,
    days: ["2026-11-22", "2026-11-23", "2026-07-22", "2026-07-23"],
    computed: ["2026-03-30", "2026-10-31", "2026-03-12", "3\u00a0mars\u00a02026"],
  });
});

test.each([
  ["12/03/26", "2026-03-12"],
  ["12/03/2026", "2026-03-12"],
  ["1/3/2026", "2026-03-01"],
  ["12.03.2026", "2026-03-12"],
  ["12-03-2026", "2026-03-12"],
  [" 2026-03-12 ", "2026-03-12"],
  ["12/03", "2026-03-12"],
  ["29/02/2028", "2028-02-29"],
])("« %s » is read as %s", (text, day) => {
  expect(parseDay(text, "2026-11-22")).toBe(day);
});

test.each([
  "",
  "29/02/2026",
  "31/04/2026",
  "00/01/2026",
  "12/13/2026",
  "1999-12-31",
  "2100-01-01",
  "12/03/1999",
  "hier",
  "2026-3-12",
  "12/03/202",
])("« %s » is no day of a document", (text) => {
  expect(parseDay(text, "2026-11-22")).toBeNull();
});

test("a day without its year needs to know the current one", () => {
  expect(parseDay("12/03")).toBeNull();
});

test("days are compared, bounded and written", () => {
  expect([
    compareDays("2026-01-01", "2026-01-02"),
    compareDays("2026-01-02", "2026-01-02"),
  ]).toEqual([-1, 0]);
  expect([isCalendarDay("1999-12-31"), isDocumentDay("1999-12-31")]).toEqual([true, false]);
  expect(isCalendarDay("2026-02-30")).toBe(false);
  expect([endOfMonth("2028-02-01"), endOfMonth("2026-12-31")]).toEqual([
    "2028-02-29",
    "2026-12-31",
  ]);
  expect(formatDay("2026-03-03")).toBe("03/03/2026");
  expect(formatLongDay("2026-03-01")).toBe("1er\u00a0mars\u00a02026");
});

test("an échéance is counted in days, to the end of the month, or given", () => {
  expect(dueOn({ mode: "jours", days: 30 }, "2026-01-31")).toBe("2026-03-02");
  expect(dueOn({ mode: "fin_de_mois", days: 45 }, "2026-01-20")).toBe("2026-03-31");
  expect(dueOn({ mode: "fin_de_mois", days: 0 }, "2026-02-03")).toBe("2026-02-28");
  expect(dueOn({ mode: "date", on: "2026-05-01" }, "2026-01-20")).toBe("2026-05-01");
});

test("payment terms are said in words", () => {
  const said = [
    formatEcheance({ mode: "jours", days: 30 }),
    formatEcheance({ mode: "jours", days: 1 }),
    formatEcheance({ mode: "jours", days: 0 }),
    formatEcheance({ mode: "fin_de_mois", days: 45 }),
    formatEcheance({ mode: "fin_de_mois", days: 0 }),
    formatEcheance({ mode: "date", on: "2026-05-01" }),
  ];
  expect(said).toEqual([
    "30\u00a0jours",
    "1\u00a0jour",
    "À réception",
    "45\u00a0jours fin de mois",
    "Fin de mois",
    "Au plus tard le 01/05/2026",
  ]);
});

test("terms beyond the legal limit are noticed", () => {
  expect(exceedsLegalTerm({ mode: "jours", days: 60 }, "2026-01-01")).toBe(false);
  expect(exceedsLegalTerm({ mode: "jours", days: 61 }, "2026-01-01")).toBe(true);
  expect(exceedsLegalTerm({ mode: "fin_de_mois", days: 45 }, "2026-01-01")).toBe(false);
  expect(exceedsLegalTerm({ mode: "fin_de_mois", days: 46 }, "2026-01-01")).toBe(true);
  expect(exceedsLegalTerm({ mode: "date", on: "2026-03-03" }, "2026-01-01")).toBe(true);
});
