import { expect, test } from "vitest";
import {
  defaultSettings,
  isAllowed,
  isCoherent,
  memberSettings,
  type Permission,
  permissionNames,
  permissions,
  type roles,
  rolesOf,
} from "#server/domain/permissions";

const as = (role: (typeof roles)[number], settings = defaultSettings) => ({ role, ...settings });
const nothing = { mayIssue: false, maySeeOthersAmounts: false, mayExport: false };
const everything = { mayIssue: true, maySeeOthersAmounts: true, mayExport: true };
const allowedTo = (rights: ReturnType<typeof as>) =>
  permissionNames.filter((permission) => isAllowed(rights, permission));

test("an administrator may do everything, whatever was settled for them before", () => {
  expect(allowedTo(as("admin", nothing))).toEqual(permissionNames);
});

test("a comptable reads and exports, and changes nothing, whatever was settled", () => {
  const expected: Permission[] = [
    "societe.read",
    "factures.seeOthersAmounts",
    "exports",
    "abonnement.factures",
  ];
  expect(allowedTo(as("comptable", nothing))).toEqual(expected);
  expect(allowedTo(as("comptable", everything))).toEqual(expected);
});

test("an employé prepares, and each of the three settings gives its own right and no other", () => {
  const always = allowedTo(as("employe", nothing));
  expect(always).toEqual([
    "societe.read",
    "clients.write",
    "produits.write",
    "factures.draft",
    "reglements.record",
  ]);
  for (const setting of memberSettings) {
    const more = allowedTo(as("employe", { ...nothing, [setting]: true }));
    expect(more.filter((permission) => !always.includes(permission))).toEqual(
      permissionNames.filter((permission) => permissions[permission].employe === setting),
    );
    expect(more).toHaveLength(always.length + 1);
  }
});

test("somebody invited without a word issues and sees amounts, and does not export", () => {
  expect(isAllowed(as("employe"), "factures.issue")).toBe(true);
  expect(isAllowed(as("employe"), "factures.seeOthersAmounts")).toBe(true);
  expect(isAllowed(as("employe"), "exports")).toBe(false);
});

test("an export cannot be granted to whom the amounts are hidden", () => {
  expect(isCoherent({ ...nothing, mayExport: true })).toBe(false);
  for (const settings of [nothing, everything, defaultSettings])
    expect(isCoherent(settings)).toBe(true);
});

test("every permission belongs to somebody, and the team to administrators alone", () => {
  for (const permission of permissionNames) expect(rolesOf(permission)).toContain("admin");
  expect(rolesOf("equipe")).toEqual(["admin"]);
  expect(rolesOf("factures.issue")).toEqual(["admin", "employe"]);
});
