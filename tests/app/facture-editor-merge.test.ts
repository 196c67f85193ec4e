import "../support/speak-french.ts";
import { expect, test } from "vitest";
import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent } from "#server/domain/facture";
import { contentOf } from "../../app/components/facture-editor/edited-facture.ts";
import { mergeContents } from "../../app/components/facture-editor/merge-contents.ts";
import { aLigne, anEditor, designations, keyOf, play } from "../support/an-editor.ts";

const base: FactureContent = {
  ...emptyContent(),
  lignes: [aLigne("Un"), aLigne("Deux"), aLigne("Trois")],
};
const [un, deux, trois] = base.lignes as [never, never, never];
const merge = (mine: Partial<FactureContent>, theirs: Partial<FactureContent>) =>
  mergeContents({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } });

test("what two people wrote in different places is put together", () => {
  expect(merge({ subject: "Objet" }, { note: "Merci" })).toMatchObject({
    subject: "Objet",
    note: "Merci",
  });
  const priced = aLigne("Deux", { unitPriceHt: 5 });
  const counted = aLigne("Deux", { quantity: 7 });
  const merged = merge({ lignes: [un, priced, trois] }, { lignes: [un, counted, trois] });
  expect(merged?.lignes).toEqual([un, aLigne("Deux", { unitPriceHt: 5, quantity: 7 }), trois]);
});

test("rows added by both stand one after the other, and a row moved by one keeps what the other wrote elsewhere", () => {
  const added = merge(
    { lignes: [un, deux, trois, aLigne("De moi")] },
    { lignes: [un, deux, trois, aLigne("De Mona")] },
  );
  expect(added?.lignes.map(({ designation }) => designation)).toEqual([
    ...["Un", "Deux", "Trois", "De Mona", "De moi"],
  ]);
  const moved = merge({ lignes: [un, trois, deux] }, { subject: "Objet" });
  expect(moved).toMatchObject({ subject: "Objet", lignes: [un, trois, deux] });
});

test("the same cell written twice, or a row removed by one and changed by the other, is for them to settle", () => {
  expect(merge({ subject: "A" }, { subject: "B" })).toBeNull();
  expect(
    merge({ lignes: [un, aLigne("Deux A"), trois] }, { lignes: [un, aLigne("Deux B"), trois] }),
  ).toBeNull();
  expect(merge({ lignes: [un, trois] }, { lignes: [un, aLigne("Deux bis"), trois] })).toBeNull();
});

test("a colleague's save comes in without closing the row being written, nor what is half typed in it", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux")] });
  const key = keyOf(state, 1);
  const typing = play(
    state,
    { type: "open", key, cell: "quantity" },
    { type: "cell", key, cell: "quantity", text: "1O" },
  );
  const theirs = { content: { ...base, note: "De Mona" }, version: 9, byNom: "Mona" };
  const { lignes } = contentOf(state.facture);
  const after = play(typing, {
    type: "conflict",
    theirs: {
      ...theirs,
      content: { ...emptyContent(), note: "De Mona", lignes: [aLigne("Zéro"), ...lignes] },
    },
  });
  expect(designations(after)).toEqual(["Zéro", "Un", "Deux"]);
  expect(after).toMatchObject({ version: 9, mergedWith: "Mona", save: { kind: "dirty" } });
  expect(after.open?.key).toBe(key);
  expect(after.facture.lignes[2]).toMatchObject({ key, quantity: { typed: "1O", isRead: false } });
});
