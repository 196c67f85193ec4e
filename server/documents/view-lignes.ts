import { formatAmount, formatQuantity, formatRate } from "#server/domain/amount";
import { formatDecimal } from "#server/domain/decimal";
import type { SnapshotAjustement, SnapshotLigne } from "#server/domain/snapshot";
import { formatUnit } from "#server/domain/units";
import type { RowView, SectionView } from "./document-view.ts";

/** Paragraphs of a text typed with line breaks; blank ones are dropped. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const adjustmentName = ({ sens, percent, motif }: SnapshotAjustement): string => {
  const name = motif || (sens === "remise" ? "Remise" : "Frais");
  return percent === null ? name : `${name} (${formatRate(percent)})`;
};

/** « Montant brut 2 790,00 ; Remise (10 %) −279,00 » */
function noteOf({ ajustements }: SnapshotLigne): string {
  const [first] = ajustements;
  if (!first) return "";
  const parts = ajustements.map((it) => {
    const amount =
      it.sens === "remise" ? formatAmount(-it.amountHt) : `+${formatAmount(it.amountHt)}`;
    return `${adjustmentName(it)} ${amount}`;
  });
  return [`Montant brut ${formatAmount(first.baseHt)}`, ...parts].join("\u00a0; ");
}

const EMPTY = "Aucune ligne pour l’instant";
const BLANK = { note: "", quantity: "", unit: "", price: "", rate: "", net: "" } as const;

const remark = (text: string, carry: number): RowView => {
  const [name = "", ...description] = paragraphs(text);
  return { kind: "text", name, description, ...BLANK, carry: formatAmount(carry) };
};

const textRow = ({ designation, description }: SnapshotLigne, carry: number): RowView =>
  remark(`${designation}\n${description}`, carry);

const lineRow = (ligne: SnapshotLigne, carry: number): RowView => ({
  kind: "line",
  name: paragraphs(ligne.designation).join(" "),
  description: paragraphs(ligne.description),
  note: noteOf(ligne),
  quantity: formatQuantity(ligne.quantity),
  unit: formatUnit(ligne.unit),
  price: formatDecimal(ligne.unitPriceHt, 6, 2),
  rate: formatRate(ligne.rate),
  net: formatAmount(ligne.netHt),
  carry: formatAmount(carry),
});

type Group = { readonly title: string; readonly lignes: SnapshotLigne[] };

/** Each section title opens a group; what stands before the first one belongs to none. */
function groupsOf(lignes: readonly SnapshotLigne[]): Group[] {
  const groups: Group[] = [{ title: "", lignes: [] }];
  for (const ligne of lignes) {
    if (ligne.kind !== "section") groups.at(-1)?.lignes.push(ligne);
    else groups.push({ title: paragraphs(ligne.designation).join(" "), lignes: describe(ligne) });
  }
  return groups.filter(({ title, lignes: own }) => title !== "" || own.length > 0);
}

/** The description of a section is a remark under its title. */
const describe = (section: SnapshotLigne): SnapshotLigne[] =>
  section.description === "" ? [] : [{ ...section, kind: "texte", designation: "" }];

/**
 * Group the lignes under their section titles and sum them as they go: the running total of each row, the subtotal of
 * each section (integer cents, nothing is rounded).
 */
export function sectionsOf(lignes: readonly SnapshotLigne[]): SectionView[] {
  let carry = 0;
  const groups = groupsOf(lignes);
  // only a brouillon can be empty
  if (groups.length === 0) groups.push({ title: EMPTY, lignes: [] });
  return groups.map(({ title, lignes: own }) => {
    let subtotal = 0;
    const rows = own.map((ligne) => {
      if (ligne.kind !== "ligne") return textRow(ligne, carry);
      carry += ligne.netHt;
      subtotal += ligne.netHt;
      return lineRow(ligne, carry);
    });
    // a title above nothing is printed as a remark
    if (rows.length === 0) return { title: "", subtotal: "", rows: [remark(title, carry)] };
    return { title, subtotal: formatAmount(subtotal), rows };
  });
}
