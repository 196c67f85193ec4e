import "../support/speak-french.ts";
import { expect, test } from "vitest";
import {
  echeanceChoices,
  echeanceValue,
  parseEcheance,
} from "../../app/components/echeance-choices";

test("an échéance chosen in the list is read back as itself", () => {
  for (const echeance of [
    { mode: "jours", days: 0 },
    { mode: "fin_de_mois", days: 45 },
    { mode: "date", on: "2026-03-31" },
  ] as const)
    expect(parseEcheance(echeanceValue(echeance))).toEqual(echeance);
});

test("an unusual delay stays offered while it is the client's", () => {
  const unusual = { mode: "jours", days: 37 } as const;
  expect(echeanceChoices(unusual).map(({ value }) => value)).toContain("jours-37");
  expect(echeanceChoices(null).map(({ value }) => value)).not.toContain("jours-37");
});

test("anything else than an échéance means none of its own", () => {
  for (const value of ["", "jours-", "jours--3", "semaines-2", "date-31/03/2026"])
    expect(parseEcheance(value)).toBeNull();
});
