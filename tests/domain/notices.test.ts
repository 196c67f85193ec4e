import { expect, test } from "vitest";
import { isDismissible, type Notice, noticesOf } from "../../server/domain/notices-of.ts";
import { paceOf } from "../../server/domain/pace-of.ts";
import type { SubscriptionTerms, Terms } from "../../server/domain/quota.ts";
import { aPlan } from "../support/quota-terms.ts";

const DAY = 86_400_000;
const at = Date.parse("2026-06-10T08:00:00Z");
const gratuit = aPlan("gratuit", 5);
const essentiel = aPlan("essentiel_mensuel", 50);
const pro = aPlan("pro_mensuel", 500);

const base: Terms = {
  version: 1,
  free: gratuit,
  freeSince: 0,
  trial: null,
  subscription: null,
  derogations: [],
  ladder: [gratuit, essentiel, pro],
};
const subscription: SubscriptionTerms = {
  status: "active",
  plan: essentiel,
  interval: "mois",
  periodStart: at - 10 * DAY,
  periodEnd: at + 20 * DAY,
  anchorAt: at - 10 * DAY,
  cancelAt: null,
  endedAt: null,
  pastDueSince: null,
  pending: null,
  dueTtc: null,
  dueUrl: null,
};
const having = (changed: Partial<SubscriptionTerms>): Terms => ({
  ...base,
  subscription: { ...subscription, ...changed },
});
const trying = (daysLeft: number): Terms => ({
  ...base,
  trial: { plan: pro, endsAt: at + daysLeft * DAY },
});
const told = (terms: Terms, used = 0): Notice[] => noticesOf(terms, used, { at });
const named = ({ code, nom, limits }: typeof pro) => ({ code, nom, factures: limits.factures });

test("the end of a trial is said at seven, three and one days, and may be put away at each", () => {
  expect(told(trying(8))).toEqual([]);
  const steps = [7, 4, 3, 2, 1, 0.1].map((days) => told(trying(days))[0]);
  expect(steps.map((notice) => notice?.kind === "essai" && notice.step)).toEqual([
    7, 7, 3, 3, 1, 1,
  ]);
  expect(steps[0]).toMatchObject({ plan: named(pro), next: named(gratuit), endsAt: at + 7 * DAY });
  expect(steps.every((notice) => notice && isDismissible(notice))).toBe(true);
  expect(told(trying(0))).toEqual([]);
});

test("80 % and 100 % of the quota are said with what would lift it", () => {
  expect(told(having({}), 39)).toEqual([]);
  const most = { kind: "quota", level: 80, used: 40, limit: 50, until: at + 20 * DAY } as const;
  const plans = { plan: named(essentiel), next: named(pro) };
  expect(told(having({}), 40)).toEqual([{ ...most, ...plans }]);
  expect(told(having({}), 50)).toEqual([{ ...most, level: 100, used: 50, ...plans }]);
  expect(told(having({ plan: pro }), 500)[0]).toMatchObject({ level: 100, next: null });
  const unlimited = { ...pro, limits: { ...pro.limits, factures: null } };
  expect(told(having({ plan: unlimited }), 10_000)).toEqual([]);
});

test("while a payment is due everything is allowed, and the debt, its page and the last day are said", () => {
  const due = { dueTtc: 1_080, dueUrl: "https://pay.example/1" };
  const since = at - 2 * DAY;
  expect(told(having({ status: "past_due", pastDueSince: since, ...due }))).toEqual([
    { kind: "grace", since, until: since + 14 * DAY, ...due },
  ]);
  const late = at - 15 * DAY;
  expect(told(having({ status: "past_due", pastDueSince: late, ...due }), 50)).toEqual([
    { kind: "lecture_seule", since: late + 14 * DAY, cause: "impaye", ...due },
  ]);
  expect(told(having({ status: "paused", pastDueSince: since }))[0]).toMatchObject({
    kind: "lecture_seule",
    cause: "pause",
  });
});

test("an end and a change to come are said until the day they happen, and never put away", () => {
  const ending = told(having({ cancelAt: at + 5 * DAY }));
  expect(ending).toEqual([
    { kind: "fin_prevue", on: at + 5 * DAY, plan: named(essentiel), next: named(gratuit) },
  ]);
  expect(ending.some(isDismissible)).toBe(false);
  expect(told(having({ cancelAt: at }))).toEqual([]);
  const pending = { plan: gratuit, at: at + 20 * DAY };
  expect(told(having({ pending }))).toEqual([
    { kind: "changement_prevu", on: pending.at, plan: named(essentiel), next: named(gratuit) },
  ]);
});

test("a first payment that waits for the bank is said, on the free plan", () => {
  const waiting = having({ status: "incomplete", dueTtc: 1_080, dueUrl: "https://pay.example/2" });
  expect(told(waiting, 5)).toMatchObject([
    { kind: "a_confirmer", plan: named(essentiel), dueUrl: "https://pay.example/2" },
    { kind: "quota", level: 100, limit: 5 },
  ]);
});

test("at the speed of the period so far, the day the limit would be met", () => {
  const window = {
    from: Date.parse("2026-11-02T23:00:00Z"),
    until: Date.parse("2026-12-02T23:00:00Z"),
    isProvisional: false,
  };
  const now = Date.parse("2026-11-22T12:00:00Z");
  const pace = (used: number, limit: number | null, when = now) =>
    paceOf({ used, limit, window, at: when });
  expect(pace(37, 50)).toEqual({ perWeek: 13, reachedOn: "2026-11-29" });
  expect(pace(20, 50)).toEqual({ perWeek: 7, reachedOn: null });
  expect(pace(0, 50)).toBeNull();
  expect(pace(50, 50)).toBeNull();
  expect(pace(40, null)).toBeNull();
  expect(pace(3, 50, window.from + DAY / 2)).toBeNull();
});
