import "../support/speak-french.ts";
import { expect, test } from "vitest";
import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent } from "#server/domain/facture";
import { contentOf } from "../../app/components/facture-editor/edited-facture.ts";
import { priceFault } from "../../app/components/facture-editor/edited-number.ts";
import { dueOnShown } from "../../app/components/facture-editor/header-reducer.ts";
import { aLigne, anEditor, designations, keyOf, play, today } from "../support/an-editor.ts";

test("a new sheet shows one row ready to be written, and that row counts for nothing", () => {
  const state = anEditor();
  expect(state.open).toEqual({ key: keyOf(state, 0), isUnfolded: false });
  expect(contentOf(state.facture).lignes).toEqual([]);
});

test("an opened brouillon gives back the very content it was opened with", () => {
  const content: FactureContent = {
    ...emptyContent(),
    subject: "Menuiseries",
    deliveredOn: "2026-03-01",
    echeance: { mode: "date", on: "2026-04-30" },
    lignes: [
      aLigne("Pose", {
        quantity: 15_000,
        unitPriceHt: 14_567,
        ajustements: [
          { sens: "remise", mode: "pourcent", valeur: 550, motif: "Remise" },
          { sens: "frais", mode: "montant", valeur: 300, motif: "Éco-participation" },
        ],
      }),
      aLigne("Fournitures", { kind: "section", quantity: 0, unitPriceHt: 0 }),
    ],
    ajustements: [{ sens: "remise", mode: "montant", valeur: 5000, motif: "Fidélité" }],
  };
  expect(contentOf(anEditor(content).facture)).toEqual(content);
});

test.each([
  ["1,5", 15_000],
  ["1 234,5", 12_345_000],
  ["1\u202f234,56", 12_345_600],
  ["1234.56", 12_345_600],
  ["\u22122", -20_000],
])("a quantity typed « %s » is read exactly", (typed, value) => {
  const state = anEditor({ lignes: [aLigne("Pose")] });
  const key = keyOf(state, 0);
  const after = play(state, { type: "cell", key, cell: "quantity", text: typed });
  expect(contentOf(after.facture).lignes[0]?.quantity).toBe(value);
});

test("a price typed « 1 234,56 » is read to the cent and rewritten as French invoices do", () => {
  const state = anEditor({ lignes: [aLigne("Pose")] });
  const key = keyOf(state, 0);
  const after = play(
    state,
    { type: "cell", key, cell: "unitPriceHt", text: "1234.56" },
    { type: "settleCell", key, cell: "unitPriceHt" },
  );
  expect(contentOf(after.facture).lignes[0]?.unitPriceHt).toBe(1_234_560_000);
  expect(after.facture.lignes[0]?.unitPriceHt.typed).toBe("1\u00a0234,56");
});

test("what cannot be read stays as typed and keeps the value it had", () => {
  const state = anEditor({ lignes: [aLigne("Pose", { unitPriceHt: 52_000_000 })] });
  const key = keyOf(state, 0);
  const after = play(
    state,
    { type: "cell", key, cell: "unitPriceHt", text: "52,0O" },
    { type: "settleCell", key, cell: "unitPriceHt" },
  );
  expect(after.facture.lignes[0]?.unitPriceHt).toEqual({
    typed: "52,0O",
    value: 52_000_000,
    isRead: false,
  });
});

test("Tab past the last cell adds a ligne that takes the rate and nature of the one before", () => {
  const state = anEditor({ lignes: [aLigne("Pose", { rate: 550, nature: "bien" })] });
  const after = play(state, { type: "go", key: keyOf(state, 0), by: 1, cell: "edge" });
  expect(after.facture.lignes).toHaveLength(2);
  expect(after.facture.lignes[1]).toMatchObject({ rate: 550, nature: "bien" });
  expect(after.focus).toEqual({ field: "lignes.1.designation" });
});

test("Tab past a blank last ligne adds nothing, so that the keyboard can leave the sheet", () => {
  const state = anEditor();
  const after = play(state, { type: "go", key: keyOf(state, 0), by: 1, cell: "edge" });
  expect(after).toBe(state);
});

test("going down keeps the column and going up from the first ligne stays there", () => {
  const state = anEditor({ lignes: [aLigne("Pose"), aLigne("Dépose")] });
  const down = play(state, { type: "go", key: keyOf(state, 0), by: 1, cell: "unitPriceHt" });
  expect(down.focus).toEqual({ field: "lignes.1.unitPriceHt" });
  const first = keyOf(state, 0);
  expect(play(down, { type: "go", key: first, by: -1, cell: "unitPriceHt" })).toBe(down);
});

test("a ligne moves up with its focus, and does not leave the sheet", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux"), aLigne("Trois")] });
  const key = keyOf(state, 2);
  const moved = play(
    state,
    { type: "open", key, cell: "quantity" },
    { type: "move", key, by: -1, cell: "quantity" },
    { type: "move", key, by: -1, cell: "quantity" },
    { type: "move", key, by: -1, cell: "quantity" },
  );
  expect(designations(moved)).toEqual(["Trois", "Un", "Deux"]);
  expect(moved.focus).toEqual({ field: "lignes.0.quantity" });
});

test("a ligne dropped before another, or past the last one, lands there, and dropped where it was changes nothing", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux"), aLigne("Trois")] });
  const key = keyOf(state, 0);
  const dropped = (at: number) => play(state, { type: "moveTo", key, at });
  expect(designations(dropped(2))).toEqual(["Deux", "Un", "Trois"]);
  expect(designations(dropped(3))).toEqual(["Deux", "Trois", "Un"]);
  expect(dropped(0)).toBe(state);
  expect(dropped(1)).toBe(state);
});

test("a deleted ligne comes back in its place, whatever was typed elsewhere before", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux"), aLigne("Trois")] });
  const removed = play(state, { type: "remove", key: keyOf(state, 1) });
  expect(designations(removed)).toEqual(["Un", "Trois"]);
  expect(removed.focus).toEqual({ field: "lignes.1.designation" });
  expect(designations(play(removed, { type: "undoRemove" }))).toEqual(["Un", "Deux", "Trois"]);
});

test("deleting the only ligne leaves a blank one to write in", () => {
  const state = anEditor({ lignes: [aLigne("Un")] });
  const removed = play(state, { type: "remove", key: keyOf(state, 0) });
  expect(designations(removed)).toEqual([""]);
  expect(contentOf(removed.facture).lignes).toEqual([]);
});

test("a produit brings what it knows and leaves the quantity already typed", () => {
  const state = anEditor();
  const key = keyOf(state, 0);
  const after = play(
    state,
    { type: "cell", key, cell: "quantity", text: "42,5" },
    {
      type: "suggestion",
      key,
      produit: {
        id: "p1",
        designation: "Pose de plinthes",
        description: "Chêne",
        unit: "MTR",
        unitPriceHt: 12_500_000,
        rate: 1000,
        nature: "service",
      },
    },
  );
  expect(contentOf(after.facture).lignes[0]).toMatchObject({
    designation: "Pose de plinthes",
    quantity: 425_000,
    unit: "MTR",
    unitPriceHt: 12_500_000,
    rate: 1000,
    produitId: "p1",
  });
  expect(after.focus).toEqual({ field: "lignes.0.quantity" });
});

test("a date typed « 30/04/26 » becomes the échéance, a choice of terms replaces it", () => {
  const state = anEditor();
  expect(dueOnShown(state.facture, today)).toBe("11/04/2026");
  const dated = play(state, { type: "dueOn", text: "30/04/26", today });
  expect(contentOf(dated.facture).echeance).toEqual({ mode: "date", on: "2026-04-30" });
  const chosen = play(dated, { type: "echeance", echeance: { mode: "fin_de_mois", days: 45 } });
  expect(dueOnShown(chosen.facture, today)).toBe("30/04/2026");
});

test.each([
  ["2 %", { mode: "pourcent", valeur: 200 }],
  ["2,5", { mode: "pourcent", valeur: 250 }],
  ["1 000,50 €", { mode: "montant", valeur: 100_050 }],
])("a discount typed « %s » is understood", (text, expected) => {
  const added = play(anEditor(), { type: "addAjustement", sens: "remise" });
  const key = added.facture.ajustements[0]?.key ?? "";
  const after = play(
    added,
    { type: "ajustement", key, cell: "valeur", text },
    { type: "ajustement", key, cell: "motif", text: "Geste" },
  );
  expect(contentOf(after.facture).ajustements).toEqual([
    { sens: "remise", motif: "Geste", ...expected },
  ]);
});

test("what is typed while a save travels is still to be saved when it comes back", () => {
  const typed = play(anEditor(), { type: "header", field: "subject", text: "A" });
  expect(typed.save).toEqual({ kind: "dirty" });
  const during = play(
    typed,
    { type: "saving" },
    { type: "header", field: "subject", text: "AB" },
    {
      type: "saved",
      revision: typed.revision,
      version: 2,
      content: contentOf(typed.facture),
      at: 5,
    },
  );
  expect(during).toMatchObject({ version: 2, save: { kind: "dirty" } });
  const after = play(during, {
    type: "saved",
    revision: during.revision,
    version: 3,
    content: contentOf(during.facture),
    at: 6,
  });
  expect(after.save).toEqual({ kind: "saved", at: 6 });
});

const theirs = {
  content: emptyContent({ subject: "La leur" }),
  version: 7,
  byNom: "Mona Keller",
};

test("two people wrote at once: keeping mine saves over their version knowingly", () => {
  const state = play(
    anEditor(),
    { type: "header", field: "subject", text: "La mienne" },
    { type: "conflict", theirs },
  );
  const typedOn = play(state, { type: "header", field: "note", text: "Suite" });
  expect(typedOn.save.kind).toBe("conflict");
  const kept = play(typedOn, { type: "keepMine" });
  expect(kept).toMatchObject({ version: 7, save: { kind: "dirty" } });
  expect(contentOf(kept.facture)).toMatchObject({ subject: "La mienne", note: "Suite" });
});

test("taking the other version puts mine aside, and it can be taken back", () => {
  const mine = play(anEditor(), { type: "header", field: "subject", text: "La mienne" });
  const taken = play(mine, { type: "conflict", theirs }, { type: "takeTheirs", at: 9 });
  expect(contentOf(taken.facture).subject).toBe("La leur");
  expect(taken).toMatchObject({ version: 7, save: { kind: "saved", at: 9 } });
  const back = play(taken, { type: "takeBack" });
  expect(contentOf(back.facture).subject).toBe("La mienne");
  expect(back.save.kind).toBe("dirty");
});

test("a version saved elsewhere is adopted only where nothing waits to be saved", () => {
  const idle = play(anEditor(), { type: "refreshed", theirs, at: 3 });
  expect(contentOf(idle.facture).subject).toBe("La leur");
  const busy = play(anEditor(), { type: "header", field: "subject", text: "La mienne" });
  expect(play(busy, { type: "refreshed", theirs, at: 3 })).toBe(busy);
});

test("a link of the checks opens the ligne it names, on the cell it names", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux")] });
  const after = play(state, { type: "focus", field: "lignes.1.ajustements.0.valeur" });
  expect(after.open).toEqual({ key: keyOf(state, 1), isUnfolded: true });
  expect(after.focus).toEqual({ field: "lignes.1.remise" });
});

test("several discounts and charges are written, one of them removed, and those left empty count for nothing", () => {
  const added = play(
    anEditor(),
    { type: "addAjustement", sens: "remise" },
    { type: "addAjustement", sens: "frais" },
    { type: "addAjustement", sens: "frais" },
  );
  const [remise, port, dossier] = added.facture.ajustements.map(({ key }) => key);
  expect(added.focus).toEqual({ field: `ajustements.${dossier}.valeur` });
  expect(added.revision).toBe(0);
  const typed = play(
    added,
    { type: "ajustement", key: port ?? "", cell: "valeur", text: "15" },
    { type: "ajustement", key: port ?? "", cell: "motif", text: "Port" },
    { type: "ajustement", key: dossier ?? "", cell: "valeur", text: "2 %" },
    { type: "settleHeader" },
  );
  expect(contentOf(typed.facture).ajustements).toEqual([
    { sens: "frais", mode: "montant", valeur: 1500, motif: "Port" },
    { sens: "frais", mode: "pourcent", valeur: 200, motif: "Frais" },
  ]);
  expect(typed.facture.ajustements[1]?.valeur.typed).toBe("15,00\u00a0€");
  const after = play(
    typed,
    { type: "ajustement", key: remise ?? "", cell: "valeur", text: "10" },
    { type: "removeAjustement", key: port ?? "" },
  );
  expect(contentOf(after.facture).ajustements.map(({ sens, valeur }) => [sens, valeur])).toEqual([
    ["remise", 1000],
    ["frais", 200],
  ]);
});

test("a place of delivery is written, then taken back", () => {
  const typed = play(
    anEditor(),
    { type: "shipTo", field: "name", text: "Chantier B " },
    { type: "shipTo", field: "city", text: "Lyon" },
  );
  expect(contentOf(typed.facture).shipTo).toEqual({
    ...{ name: "Chantier B", line1: "", line2: "", zip: "", city: "Lyon", country: "FR" },
  });
  expect(contentOf(play(typed, { type: "noShipTo" }).facture).shipTo).toBeNull();
});

test.each([
  ["-5", "UNIT_PRICE_NEGATIVE"],
  ["\u22120,01", "UNIT_PRICE_NEGATIVE"],
  ["9999999999", "UNIT_PRICE_TOO_LARGE"],
  ["cinq", "UNIT_PRICE_INVALID"],
  ["1,1234567", "UNIT_PRICE_INVALID"],
])("a price typed « %s » is not taken, and the reason is %s", (typed, fault) => {
  const state = anEditor({ lignes: [aLigne("Pose")] });
  const key = keyOf(state, 0);
  const after = play(state, { type: "cell", key, cell: "unitPriceHt", text: typed });
  expect(after.facture.lignes[0]?.unitPriceHt).toMatchObject({ isRead: false, value: 10_000_000 });
  expect(priceFault(typed)).toBe(fault);
});

test("a ligne takes charges and further discounts, each found by the link of the checks", () => {
  const state = anEditor({ lignes: [aLigne("Un"), aLigne("Deux")] });
  const ligne = keyOf(state, 1);
  const added = play(
    state,
    { type: "cell", key: ligne, cell: "remise", text: "5 %" },
    { type: "addAjustement", sens: "frais", ligne },
    { type: "addAjustement", sens: "remise", ligne },
  );
  const [frais = "", remise = ""] =
    added.facture.lignes[1]?.ajustements.map(({ key }) => key) ?? [];
  expect(added.focus).toEqual({ field: `lignes.1.ajustements.${remise}.valeur` });
  const typed = play(
    added,
    { type: "ajustement", key: frais, cell: "valeur", text: "12" },
    { type: "ajustement", key: frais, cell: "motif", text: "Livraison" },
    { type: "ajustement", key: remise, cell: "valeur", text: "3 €" },
    { type: "settleHeader" },
  );
  expect(contentOf(typed.facture).lignes.map(({ ajustements }) => ajustements)).toEqual([
    [],
    [
      { sens: "remise", mode: "pourcent", valeur: 500, motif: "Remise" },
      { sens: "frais", mode: "montant", valeur: 1200, motif: "Livraison" },
      { sens: "remise", mode: "montant", valeur: 300, motif: "Remise" },
    ],
  ]);
  const found = play(typed, { type: "focus", field: "lignes.1.ajustements.2.valeur" });
  expect(found.open).toEqual({ key: ligne, isUnfolded: true });
  expect(found.focus).toEqual({ field: "lignes.1.ajustements.2.valeur" });
  const without = play(typed, { type: "removeAjustement", key: frais });
  expect(contentOf(without.facture).lignes[1]?.ajustements.map(({ sens }) => sens)).toEqual([
    "remise",
    "remise",
  ]);
});

test("a subtotal without a name is no blank row: it stays at the end of the sheet, and Tab goes on past it", () => {
  const state = anEditor({ lignes: [aLigne("Pose")] });
  const after = play(state, { type: "add", kind: "sous_total" });
  expect(contentOf(after.facture).lignes.map(({ kind }) => kind)).toEqual(["ligne", "sous_total"]);
  const on = play(after, { type: "go", key: keyOf(after, 1), by: 1, cell: "edge" });
  expect(on.facture.lignes.map(({ kind }) => kind)).toEqual(["ligne", "sous_total", "ligne"]);
  expect(contentOf(on.facture).lignes).toHaveLength(2);
});
