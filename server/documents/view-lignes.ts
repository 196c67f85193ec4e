import { formatAmount, formatQuantity, formatRate } from "#server/domain/amount";
import { formatDecimal } from "#server/domain/decimal";
import type { Langue } from "#server/domain/langue";
import type { Snapshot, SnapshotAjustement, SnapshotLigne } from "#server/domain/snapshot";
import { subtotalsOf } from "#server/domain/subtotals";
import { formatUnit } from "#server/domain/units";
import type { RowView, SectionView } from "./document-view.ts";
import { langueOf, wordsOf } from "./view-words.ts";

/** Paragraphs of a text typed with line breaks; blank ones are dropped. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const adjustmentName = (
  { sens, percent, motif }: SnapshotAjustement,
  snapshot: Pick<Snapshot, "acheteur">,
): string => {
  const name = motif || wordsOf(snapshot)[sens];
  return percent === null ? name : `${name} (${formatRate(percent, langueOf(snapshot))})`;
};

/** « Montant brut 2 790,00 ; Remise (10 %) −279,00 » */
function noteOf({ ajustements }: SnapshotLigne, of: Reader): string {
  const langue = langueOf(of);
  const [first] = ajustements;
  if (!first) return "";
  const parts = ajustements.map((it) => {
    const amount =
      it.sens === "remise"
        ? formatAmount(-it.amountHt, langue)
        : `+${formatAmount(it.amountHt, langue)}`;
    return `${adjustmentName(it, of)} ${amount}`;
  });
  return [`${wordsOf(of).gross} ${formatAmount(first.baseHt, langue)}`, ...parts].join(
    langue === "fr" ? "\u00a0; " : "; ",
  );
}

/** Whom the page is for. */
type Reader = Pick<Snapshot, "acheteur">;

const BLANK = { note: "", quantity: "", unit: "", price: "", rate: "", net: "" } as const;

const remark = (text: string, carry: number, langue: Langue): RowView => {
  const [name = "", ...description] = paragraphs(text);
  return { kind: "text", name, description, ...BLANK, carry: formatAmount(carry, langue) };
};

const textRow = ({ designation, description }: SnapshotLigne, carry: number, langue: Langue) =>
  remark(`${designation}\n${description}`, carry, langue);

function lineRow(ligne: SnapshotLigne, carry: number, of: Reader): RowView {
  const langue = langueOf(of);
  return {
    kind: "line",
    name: paragraphs(ligne.designation).join(" "),
    description: paragraphs(ligne.description),
    note: noteOf(ligne, of),
    quantity: formatQuantity(ligne.quantity, langue),
    unit: formatUnit(ligne.unit, langue),
    price: formatDecimal(ligne.unitPriceHt, 6, 2, langue),
    rate: formatRate(ligne.rate, langue),
    net: formatAmount(ligne.netHt, langue),
    carry: formatAmount(carry, langue),
  };
}

function subtotalRow({ designation }: SnapshotLigne, [net, carry]: readonly number[], of: Reader) {
  const langue = langueOf(of);
  const name = paragraphs(designation).join(" ") || wordsOf(of).labels.subtotal;
  const amounts = { net: formatAmount(net ?? 0, langue), carry: formatAmount(carry ?? 0, langue) };
  return { kind: "subtotal" as const, name, description: [], ...BLANK, ...amounts };
}

type Numbered = { readonly ligne: SnapshotLigne; readonly index: number };
type Group = {
  readonly title: string;
  /** Place of the title in the sheet; none before the first one. */
  readonly at: number | null;
  readonly lignes: Numbered[];
};

/** Each section title opens a group; what stands before the first one belongs to none. */
function groupsOf(lignes: readonly SnapshotLigne[]): Group[] {
  const groups: Group[] = [{ title: "", at: null, lignes: [] }];
  for (const [index, ligne] of lignes.entries()) {
    if (ligne.kind !== "section") groups.at(-1)?.lignes.push({ ligne, index });
    else {
      const title = paragraphs(ligne.designation).join(" ");
      groups.push({ title, at: index, lignes: describe(ligne, index) });
    }
  }
  return groups.filter(({ title, lignes: own }) => title !== "" || own.length > 0);
}

/** The description of a section is a remark under its title. */
const describe = (section: SnapshotLigne, index: number): Numbered[] =>
  section.description === ""
    ? []
    : [{ ligne: { ...section, kind: "texte", designation: "" }, index }];

/**
 * Group the lignes under their section titles and sum them as they go: the running total of each row, what each section
 * and each subtotal comes to (integer cents, nothing is rounded).
 */
export function sectionsOf(snapshot: Snapshot): SectionView[] {
  const { lignes } = snapshot;
  const langue = langueOf(snapshot);
  const subtotals = subtotalsOf(lignes, lignes);
  let carry = 0;
  const groups = groupsOf(lignes);
  // only a brouillon can be empty
  if (groups.length === 0) groups.push({ title: wordsOf(snapshot).empty, at: null, lignes: [] });
  const rowOf = ({ ligne, index }: Numbered): RowView => {
    if (ligne.kind === "sous_total")
      return subtotalRow(ligne, [subtotals.get(index) ?? 0, carry], snapshot);
    if (ligne.kind !== "ligne") return textRow(ligne, carry, langue);
    carry += ligne.netHt;
    return lineRow(ligne, carry, snapshot);
  };
  return groups.map(({ title, at, lignes: own }) => {
    const rows = own.map(rowOf);
    // a title above nothing is printed as a remark
    if (rows.length === 0) return { title: "", subtotal: "", rows: [remark(title, carry, langue)] };
    const sum = at === null ? 0 : (subtotals.get(at) ?? 0);
    return { title, subtotal: formatAmount(sum, langue), rows };
  });
}
