import { expect, test } from "vitest";
import {
  assertFeature,
  assertSeatFree,
  assertStorage,
} from "../../server/domain/assert-allowed.ts";
import { noLimit } from "../../server/domain/no-limit.ts";
import type { PlanTerms, Terms } from "../../server/domain/quota.ts";
import { aPlan } from "../support/quota-terms.ts";

const small: PlanTerms = {
  ...aPlan("petit", 5),
  limits: { factures: 5, utilisateurs: 1, stockage: 100 },
};
const large: PlanTerms = {
  ...aPlan("grand", 50),
  limits: { factures: 50, utilisateurs: null, stockage: 1_000 },
  features: ["modeles"],
};
const terms: Terms = { ...noLimit, free: small, ladder: [small, large] };
const now = { at: Date.parse("2026-06-10T08:00:00Z") };
const refused = (code: string, details: object) =>
  expect.objectContaining({
    code,
    details: { plan: "petit", planCode: "petit", next: "grand", nextCode: "grand", ...details },
  });

test("each limit says which plan stops and which would not", () => {
  expect(() => assertSeatFree(terms, 0, now)).not.toThrow();
  expect(() => assertSeatFree(terms, 1, now)).toThrow(refused("SEATS_REACHED", { limit: 1 }));
  expect(() => assertStorage(terms, 100_000_000, now)).not.toThrow();
  expect(() => assertStorage(terms, 100_000_001, now)).toThrow(
    refused("STORAGE_REACHED", { limit: 100 }),
  );
  expect(() => assertFeature(terms, "modeles", now)).toThrow(
    refused("FEATURE_NOT_IN_PLAN", { feature: "modeles" }),
  );
});

test("a plan without limits stops nothing, and neither does a société whose terms are not there yet", () => {
  const richer: Terms = { ...terms, free: large };
  expect(() => assertSeatFree(richer, 10_000, now)).not.toThrow();
  expect(() => assertFeature(richer, "modeles", now)).not.toThrow();
  expect(() => assertSeatFree(noLimit, 10_000, now)).not.toThrow();
  expect(() => assertStorage(noLimit, 1e15, now)).not.toThrow();
  expect(() => assertFeature(noLimit, "modeles", now)).not.toThrow();
});
