import { expect, test } from "vitest";
import { canonicalRecherche, shownColonnes } from "#server/domain/liste";
import { aSociete } from "../support/a-societe.ts";
import { refusalCode, refusedFields } from "../support/refused.ts";

const late = { liste: "factures", nom: "En retard, mars", recherche: "vue=en_retard" } as const;

test("a view is its author's until it is shared, then everybody's", async () => {
  const { caller, as } = await aSociete();
  const colleague = as("employe", "Théo Blanc");
  const { vueId } = await colleague.listes.saveVue(late);
  const seenBy = async (one: typeof caller) => (await one.listes.get({ liste: "factures" })).vues;

  expect(await seenBy(caller)).toEqual([]);
  expect(await refusalCode(caller.listes.deleteVue({ vueId }))).toBe("VUE_NOT_FOUND");

  const shared = { vueId, nom: late.nom, isShared: true, recherche: null };
  await colleague.listes.updateVue(shared);
  expect(await seenBy(caller)).toMatchObject([
    { id: vueId, nom: late.nom, recherche: "vue=en_retard", isOwn: false, auteur: "Théo Blanc" },
  ]);
  expect((await caller.listes.get({ liste: "clients" })).vues).toEqual([]);
  await caller.listes.updateVue({ ...shared, nom: "Retards" });
  expect(await seenBy(colleague)).toMatchObject([{ nom: "Retards", isOwn: true }]);
});

test("a list opens on the view one chose, until it goes or is shared no more", async () => {
  const { caller, as } = await aSociete();
  const colleague = as("employe");
  const { vueId } = await colleague.listes.saveVue({ ...late, isShared: true });
  const first = async () => (await caller.listes.get({ liste: "factures" })).vueId;

  await caller.listes.setFirstVue({ liste: "factures", vueId });
  expect(await first()).toBe(vueId);
  await colleague.listes.updateVue({ vueId, nom: "À moi", isShared: false, recherche: null });
  expect(await first()).toBeNull();
  const again = caller.listes.setFirstVue({ liste: "factures", vueId });
  expect(await refusalCode(again)).toBe("VUE_NOT_FOUND");
  await colleague.listes.setFirstVue({ liste: "factures", vueId });
  await colleague.listes.deleteVue({ vueId });
  expect(await colleague.listes.get({ liste: "factures" })).toEqual({
    ...{ vues: [], vueId: null, colonnes: null },
  });
});

test("two views of a person bear two names, and there are not a thousand of them", async () => {
  const { caller } = await aSociete();
  await caller.listes.saveVue(late);
  expect(await refusedFields(caller.listes.saveVue(late))).toEqual(["nom VUE_NAME_TAKEN"]);
  const { vueId } = await caller.listes.saveVue({ ...late, nom: "Autre" });
  const renamed = { vueId, nom: late.nom, isShared: false, recherche: null };
  expect(await refusalCode(caller.listes.updateVue(renamed))).toBe("VUE_INVALID");
  for (let nb = 2; nb < 30; nb++) await caller.listes.saveVue({ ...late, nom: `Vue ${nb}` });
  const oneMore = caller.listes.saveVue({ ...late, nom: "De trop" });
  expect(await refusalCode(oneMore)).toBe("VUES_TOO_MANY");
});

test("columns are kept for each person, in the order of the list", async () => {
  const { caller, as } = await aSociete();
  await caller.listes.setColonnes({ liste: "factures", colonnes: ["etat", "objet", "siren"] });
  await caller.listes.setColonnes({ liste: "clients", colonnes: [] });
  expect((await caller.listes.get({ liste: "factures" })).colonnes).toEqual(["objet", "etat"]);
  expect((await caller.listes.get({ liste: "clients" })).colonnes).toEqual([]);
  expect((await as("comptable").listes.get({ liste: "factures" })).colonnes).toBeNull();
  expect(shownColonnes("factures", null)).not.toContain("objet");
});

test("an address is kept in one form, without its place in the list or what no list knows", () => {
  expect(canonicalRecherche("factures", "?tri=client&suite=abc&vue=toutes&q= dupont &x=1")).toBe(
    "q=dupont&tri=client",
  );
  expect(canonicalRecherche("clients", "vue=toutes&etat=archives&type=")).toBe("etat=archives");
  expect(canonicalRecherche("produits", "")).toBe("");
});
