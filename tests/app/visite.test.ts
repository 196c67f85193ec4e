import { expect, test } from "vitest";
import { visiteOf, visites } from "../../app/components/visite/visite-of.ts";
import { visites as words } from "../../app/i18n/fr/visites.ts";

test("the list and the editor are visited, and no other page", () => {
  expect(visiteOf("/factures")).toBe("liste");
  expect(visiteOf(`/factures/${"a".repeat(32)}/modifier`)).toBe("editeur");
  expect(visiteOf(`/factures/${"a".repeat(32)}`)).toBeNull();
  expect(visiteOf("/clients")).toBeNull();
});

test("every step of a visit has its words, in order", () => {
  for (const name of ["liste", "editeur"] as const) {
    const { titre, ...steps } = words[name];
    expect(titre).not.toBe("");
    expect(Object.keys(steps)).toEqual(Object.keys(visites[name]));
  }
});
