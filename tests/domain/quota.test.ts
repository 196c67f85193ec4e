import { expect, test } from "vitest";
import { assertWithinQuota } from "../../server/domain/assert-allowed.ts";
import { addMonths, startOfDayInParis } from "../../server/domain/calendar.ts";
import {
  type Entitlement,
  entitlementOf,
  GRACE_MS,
  type SubscriptionTerms,
  type Terms,
} from "../../server/domain/quota.ts";
import { aPlan } from "../support/quota-terms.ts";

const gratuit = aPlan("gratuit", 5);
const pro = aPlan("pro_mensuel", 500);
const at = (iso: string) => Date.parse(iso);

const registered = at("2026-01-31T10:00:00Z");
const trialEnd = at("2026-02-14T10:00:00Z");
const terms: Terms = {
  version: 1,
  free: gratuit,
  freeSince: registered,
  trial: { plan: pro, endsAt: trialEnd },
  subscription: null,
  derogations: [],
  ladder: [gratuit, pro],
};
const subscription: SubscriptionTerms = {
  status: "active",
  plan: pro,
  interval: "mois",
  periodStart: at("2026-03-03T09:00:00Z"),
  periodEnd: at("2026-04-03T09:00:00Z"),
  anchorAt: at("2026-03-03T09:00:00Z"),
  cancelAt: null,
  endedAt: null,
  pastDueSince: null,
  pending: null,
  dueTtc: null,
  dueUrl: null,
};
const having = (changed: Partial<SubscriptionTerms>): Terms => ({
  ...terms,
  subscription: { ...subscription, ...changed },
});
const read = (given: Terms, iso: string) => entitlementOf(given, { at: at(iso) });

test("a new société tries Pro until the very end of its trial, then is on Gratuit, whose month begins there", () => {
  expect(read(terms, "2026-02-14T09:59:59.999Z")).toMatchObject({ source: "essai", plan: pro });
  const { window } = read(terms, "2026-02-14T09:00:00Z");
  expect(window).toEqual({ from: registered, until: trialEnd, isProvisional: false });
  const after = read(terms, "2026-02-14T10:00:00Z");
  expect(after).toMatchObject({ source: "gratuit", plan: gratuit, access: "full" });
  expect(after.window.from).toBe(trialEnd);
  expect(after.window.until).toBe(at("2026-03-13T23:00:00Z"));
});

test("months are counted in Paris, and the 31st is the last day of a shorter month", () => {
  const since = { ...terms, trial: null };
  expect(read(since, "2026-02-28T12:00:00Z").window).toMatchObject({
    from: at("2026-02-27T23:00:00Z"),
    until: at("2026-03-30T22:00:00Z"),
  });
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
  expect(startOfDayInParis("2026-07-14")).toBe(at("2026-07-13T22:00:00Z"));
});

test("a monthly subscription counts over Stripe's own period", () => {
  expect(read(having({}), "2026-03-20T00:00:00Z").window).toEqual({
    from: subscription.periodStart,
    until: subscription.periodEnd,
    isProvisional: false,
  });
});

test("a renewal Stripe has not told yet opens a period of its own and blocks nobody", () => {
  const late = read(having({}), "2026-04-03T10:00:00Z");
  expect(late).toMatchObject({ access: "full", plan: pro });
  expect(late.window).toMatchObject({ from: subscription.periodEnd, isProvisional: true });
});

test("a yearly subscription counts over months from its anchor", () => {
  const yearly = having({
    interval: "an",
    anchorAt: at("2026-01-31T09:00:00Z"),
    periodEnd: at("2027-01-31T09:00:00Z"),
  });
  expect(read(yearly, "2026-03-01T12:00:00Z").window).toEqual({
    from: at("2026-02-27T23:00:00Z"),
    until: at("2026-03-30T22:00:00Z"),
    isProvisional: false,
  });
});

const june = "2026-06-01T00:00:00Z";
const since = at("2026-05-25T00:00:00Z");

test.each<[string, Partial<SubscriptionTerms>, Partial<Entitlement>]>([
  ["trialing", { status: "trialing" }, { access: "full", source: "abonnement" }],
  ["active", {}, { access: "full", source: "abonnement" }],
  ["incomplete", { status: "incomplete" }, { access: "full", source: "gratuit" }],
  ["incomplete_expired", { status: "incomplete_expired" }, { source: "gratuit" }],
  [
    "past_due in its 14 days",
    { status: "past_due", pastDueSince: since },
    { access: "grace", accessSince: since, graceEndsAt: since + GRACE_MS, plan: pro },
  ],
  [
    "past_due after 14 days",
    { status: "past_due", pastDueSince: at("2026-05-18T00:00:00Z") },
    { access: "read_only", accessSince: at("2026-06-01T00:00:00Z") },
  ],
  ["unpaid", { status: "unpaid", pastDueSince: since }, { access: "read_only" }],
  ["paused", { status: "paused" }, { access: "read_only" }],
  [
    "canceled",
    { status: "canceled", endedAt: at("2026-05-03T09:00:00Z") },
    { access: "full", source: "gratuit" },
  ],
  [
    "canceled for the end of the period",
    { cancelAt: at("2026-06-03T09:00:00Z") },
    { access: "full", source: "abonnement", plan: pro },
  ],
  ["past its announced end", { cancelAt: since }, { source: "gratuit", plan: gratuit }],
])("%s", (_, changed, expected) => {
  expect(read(having(changed), june)).toMatchObject(expected);
});

test("Gratuit after a subscription counts from its end", () => {
  const endedAt = at("2026-05-20T09:00:00Z");
  expect(read(having({ status: "canceled", endedAt }), june).window.from).toBe(endedAt);
});

test("what the operator grants raises the limit until its last instant, and says why", () => {
  const until = at("2026-03-31T22:00:00Z");
  const granted: Terms = {
    ...terms,
    derogations: [{ limite: "factures", ajout: 5, until, reason: "geste commercial" }],
  };
  const during = read(granted, "2026-03-31T21:59:59Z");
  expect(during.limits).toEqual({ factures: 10, utilisateurs: 3, stockage: 1_000 });
  expect(during.derogations).toHaveLength(1);
  expect(read(granted, "2026-03-31T22:00:00Z").limits.factures).toBe(5);
  const unlimited = [
    { limite: "factures", ajout: null, until: null, reason: "partenaire" },
  ] as const;
  expect(read({ ...terms, derogations: unlimited }, june).limits.factures).toBeNull();
});

test("the last facture of the quota is issued, the next one refused", () => {
  const allowed = read(terms, june);
  expect(() => assertWithinQuota(terms, allowed, 4)).not.toThrow();
  expect(() => assertWithinQuota(terms, allowed, 5)).toThrow(
    expect.objectContaining({
      code: "QUOTA_REACHED",
      details: {
        limit: 5,
        until: allowed.window.until,
        plan: "gratuit",
        planCode: "gratuit",
        next: "pro_mensuel",
        nextCode: "pro_mensuel",
        nextLimit: 500,
      },
    }),
  );
  const unlimited = { ...allowed, limits: { ...allowed.limits, factures: null } };
  expect(() => assertWithinQuota(terms, unlimited, 1_000_000)).not.toThrow();
});

test("a read-only subscription issues nothing, quota or not", () => {
  const unpaid = read(having({ status: "unpaid", pastDueSince: since }), june);
  expect(() => assertWithinQuota(terms, unpaid, 0)).toThrow(
    expect.objectContaining({ code: "SUBSCRIPTION_READ_ONLY" }),
  );
});
