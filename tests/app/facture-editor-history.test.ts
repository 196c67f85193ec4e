import "../support/speak-french.ts";
import { expect, test } from "vitest";
import { emptyContent } from "#server/domain/empty-content";
import { contentOf } from "../../app/components/facture-editor/edited-facture.ts";
import { aLigne, anEditor, designations, keyOf, play } from "../support/an-editor.ts";

const undo = { type: "undo" } as const;
const redo = { type: "redo" } as const;

test("keys typed in one cell are undone as one edit, the focus goes back there, and redo writes them again", () => {
  const state = anEditor({ lignes: [aLigne("Pose"), aLigne("Dépose")] });
  const key = keyOf(state, 1);
  const typed = play(
    state,
    { type: "cell", key, cell: "quantity", text: "1" },
    { type: "cell", key, cell: "quantity", text: "12" },
    { type: "settleCell", key, cell: "quantity" },
    { type: "header", field: "subject", text: "Objet" },
  );
  const once = play(typed, undo);
  expect(contentOf(once.facture)).toMatchObject({
    subject: "",
    lignes: [{}, { quantity: 120_000 }],
  });
  expect(once.focus).toEqual({ field: "subject" });
  const twice = play(once, undo);
  expect(contentOf(twice.facture)).toEqual(contentOf(state.facture));
  expect(twice.focus).toEqual({ field: "lignes.1.quantity" });
  expect(twice.save).toEqual({ kind: "dirty" });
  expect(contentOf(play(twice, redo, redo).facture)).toEqual(contentOf(typed.facture));
  expect(play(twice, undo).facture).toBe(twice.facture);
});

test("rows moved, removed and added come back one after the other, and writing something else forgets what was undone", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux"), aLigne("Trois")] });
  const after = play(
    state,
    { type: "move", key: keyOf(state, 0), by: 2 },
    { type: "remove", key: keyOf(state, 1) },
    { type: "add", kind: "section" },
  );
  expect(designations(after)).toEqual(["Trois", "Un", ""]);
  expect(designations(play(after, undo, undo))).toEqual(["Deux", "Trois", "Un"]);
  const back = play(after, undo, undo, undo);
  expect(designations(back)).toEqual(["Un", "Deux", "Trois"]);
  const other = play(back, { type: "header", field: "note", text: "Merci" });
  expect(play(other, redo).facture).toBe(other.facture);
});

test("what the field itself has undone is passed over: the next undo takes the edit before", () => {
  const state = play(
    anEditor(),
    { type: "header", field: "note", text: "Merci" },
    { type: "header", field: "subject", text: "A" },
    { type: "header", field: "subject", text: "" },
  );
  expect(contentOf(play(state, undo).facture)).toMatchObject({ note: "", subject: "" });
});

test("undoing never takes away what a colleague wrote", () => {
  const mine = play(anEditor(), { type: "header", field: "subject", text: "Objet" });
  const content = { ...emptyContent(), note: "De Mona" };
  const both = play(
    mine,
    { type: "conflict", theirs: { content, version: 4, byNom: "Mona" } },
    undo,
  );
  expect(contentOf(both.facture)).toMatchObject({ subject: "Objet", note: "De Mona" });
});
