import "../support/speak-french.ts";
import { expect, test } from "vitest";
import { contentOf } from "../../app/components/facture-editor/edited-facture.ts";
import { parsePasted } from "../../app/components/facture-editor/pasted-lignes.ts";
import { aLigne, anEditor, designations, keyOf, play } from "../support/an-editor.ts";

const rates = [2000, 1000, 550, 210];
const rowsOf = (text: string) => parsePasted(text, rates)?.rows ?? [];

test("rows pasted from a spreadsheet replace the blank ligne, keep what cannot be read, and go with one undo", () => {
  const table = parsePasted(
    "Désignation\tQté\tUnité\tPrix HT\tTVA\nDépose\t6\tu\t85,00\t10 %\nPose\t18,5\theures\t1\u202f052,00 €\t5,5 %\nDivers\tbeaucoup\t\tdouze\t\n",
  );
  expect(table?.unread).toEqual([
    { row: 2, column: "quantity" },
    { row: 2, column: "unitPriceHt" },
  ]);
  const state = anEditor();
  const asked = play(state, { type: "askPaste", key: keyOf(state, 0), table: table ?? noTable });
  const lignes = table?.rows ?? [];
  const after = play(asked, { type: "paste", key: keyOf(state, 0), lignes });
  expect(after).toMatchObject({ pasting: null, pasted: 3 });
  expect(contentOf(after.facture).lignes.slice(0, 2)).toMatchObject([
    { designation: "Dépose", quantity: 60_000, unit: "C62", unitPriceHt: 85_000_000, rate: 1000 },
    { designation: "Pose", quantity: 185_000, unit: "HUR", unitPriceHt: 1_052_000_000, rate: 550 },
  ]);
  expect(after.facture.lignes[2]?.unitPriceHt).toMatchObject({ typed: "douze", isRead: false });
  expect(contentOf(play(after, { type: "undo" }).facture).lignes).toEqual([]);
});

const noTable = { rows: [], unread: [], leftOut: [] };

test("a designation and a price are enough for a pasted row, one plain cell is no table", () => {
  expect(rowsOf("Forfait déplacement\t45,00\nGravats\t120")).toMatchObject([
    { kind: "ligne", designation: "Forfait déplacement", quantity: "", unitPriceHt: "45,00" },
    { kind: "ligne", designation: "Gravats", quantity: "", unitPriceHt: "120" },
  ]);
  expect(parsePasted("Pose de plinthes")).toBeNull();
});

test("columns are recognised by their titles, in any order, and what is computed from the others is left out", () => {
  const text = [
    "Réf.\tPU HT (€)\tLibellé\tTaux TVA\tQuantité\tMontant HT\tRemise",
    "A12\t12,5\tPlinthe\t0,1\t42\t525\t5 %",
    "\t\tFinitions\t\t\t\t",
    "B07\t1 250,00\tPorte\t20%\t1\t1 250,00\t",
    "\t\tTotal HT\t\t\t1 775,00\t",
  ].join("\r\n");
  const table = parsePasted(text, rates);
  expect(table?.leftOut).toEqual(["Total HT"]);
  expect(table?.unread).toEqual([]);
  const state = anEditor({ lignes: [aLigne("Avant")] });
  const after = play(state, { type: "paste", key: keyOf(state, 0), lignes: table?.rows ?? [] });
  expect(designations(after)).toEqual(["Avant", "Plinthe", "Finitions", "Porte"]);
  expect(contentOf(after.facture).lignes.slice(1)).toMatchObject([
    { kind: "ligne", unitPriceHt: 12_500_000, quantity: 420_000, rate: 1000 },
    { kind: "section", designation: "Finitions" },
    { kind: "ligne", unitPriceHt: 1_250_000_000, quantity: 10_000, rate: 2000 },
  ]);
  expect(contentOf(after.facture).lignes[1]?.ajustements).toMatchObject([
    { sens: "remise", mode: "pourcent", valeur: 500 },
  ]);
});

test("a subtotal of the spreadsheet is one of the sheet, which sums its own lignes; below a title it is left out", () => {
  const plain =
    "Dépose\t2\tu\t85,00\t20\nSous-total HT\t\t\t170,00\t\nPose\t1\tu\t10,00\t20\nSous-total lot 2\t\t\t999\t";
  const table = parsePasted(plain, rates);
  expect(table).toMatchObject({ unread: [], leftOut: [] });
  const state = anEditor();
  const after = play(state, { type: "paste", key: keyOf(state, 0), lignes: table?.rows ?? [] });
  expect(contentOf(after.facture).lignes).toMatchObject([
    { kind: "ligne", designation: "Dépose" },
    { kind: "sous_total", designation: "", quantity: 0 },
    { kind: "ligne", designation: "Pose" },
    { kind: "sous_total", designation: "Sous-total lot 2" },
  ]);
  expect(parsePasted(`Lot 1\t\t\t\t\n${plain}`, rates)).toMatchObject({
    rows: [{ kind: "section" }, { kind: "ligne" }, { kind: "ligne" }],
    leftOut: ["Sous-total HT", "Sous-total lot 2"],
  });
});

test.each([
  ["Pose\t1\tbidule\t10\t20", "unit"],
  ["Pose\t1\th\t-10\t20", "unitPriceHt"],
  ["Pose\t1\th\t10\tnormale", "rate"],
])("the cell that cannot be read in « %s » is named", (text, column) => {
  expect(parsePasted(text, rates)?.unread).toEqual([{ row: 0, column }]);
});
