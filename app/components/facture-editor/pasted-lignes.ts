import { parseRate } from "#server/domain/amount";
import { fold } from "#server/domain/search";
import type { EditedLigne } from "./edited-facture";
import { typePrice, typeQuantity, typeRemise } from "./edited-number";
import {
  columnsOf,
  designationAt,
  isNumber,
  isTitleRow,
  type PastedColumn,
  plainColumns,
} from "./pasted-columns";
import { unitCodeOf } from "./unit-code";

/**
 * A row copied from a spreadsheet, each cell as text. A text alone in a table is the title of a section; a « sous-total » is one
 * of ours, worked out anew.
 */
export type PastedLigne = Readonly<Record<PastedColumn, string>> & {
  readonly kind: "ligne" | "section" | "sous_total";
};

type UnreadCell = { readonly row: number; readonly column: PastedColumn };

/** What a spreadsheet gave: rows to insert, the cells among them that cannot be read, and the rows left out. */
export type PastedTable = {
  readonly rows: readonly PastedLigne[];
  readonly unread: readonly UnreadCell[];
  /** Rows of totals: counted, never inserted, they would charge everything twice. */
  readonly leftOut: readonly string[];
};

const subtotalRow = /^sous[- ]total\b/;
const totalRow = /^(?:sous[- ]total|total|montant total|tva|net a payer|reste a payer)\b/;

/**
 * Rows of a spreadsheet. With a row of titles, the columns in any order; without, désignation, quantité, unité, prix HT,
 * TVA, where the unit, or all but the price, may be missing. Null when the text is one plain cell, to be pasted as usual.
 *
 * @param rates what the sheet may carry, in basis points: « 0,2 », as spreadsheets write 20 %, is then understood
 */
export function parsePasted(text: string, rates: readonly number[] = []): PastedTable | null {
  const cells = text
    .replaceAll("\r", "")
    .split("\n")
    .filter((row) => row.trim() !== "")
    .map((row) => row.split("\t").map((cell) => cell.trim()));
  const [first, ...others] = cells;
  if (!first || (cells.length === 1 && first.length === 1)) return null;
  const hasTitles = isTitleRow(first, others);
  const columns = hasTitles ? columnsOf(first) : null;
  const isTable = cells.some((row) => row.length > 1);
  const pasted = (hasTitles ? others : cells).map((row) => pastedRow(row, columns, isTable));
  const firstTitle = pasted.findIndex(({ kind }) => kind === "section");
  const isUntitled = (at: number) => firstTitle < 0 || at < firstTitle;
  const read = pasted.map((row, at) => (isUntitled(at) ? asSubtotal(row) : row));
  const isTotal = ({ kind, designation }: PastedLigne) =>
    kind !== "sous_total" && totalRow.test(fold(designation));
  const rows = read.filter((row) => !isTotal(row)).map((row) => withRate(row, rates));
  return {
    rows,
    unread: rows.flatMap((row, index) => unreadIn(row).map((column) => ({ row: index, column }))),
    leftOut: read.filter(isTotal).map(({ designation }) => designation),
  };
}

const blank = {
  designation: "",
  description: "",
  quantity: "",
  unit: "",
  unitPriceHt: "",
  rate: "",
  remise: "",
} as const;

function pastedRow(
  cells: readonly string[],
  titled: readonly (PastedColumn | null)[] | null,
  isTable: boolean,
): PastedLigne {
  const filled = cells.filter((cell) => cell !== "");
  const isTitle = isTable && filled.length === 1 && !isNumber(filled[0] ?? "");
  if (isTitle) return { ...blank, kind: "section", designation: filled[0] ?? "" };
  const columns = titled ?? plainColumns(cells);
  const named = columns.flatMap((column, at) =>
    column === null ? [] : [[column, cells[at] ?? ""] as const],
  );
  const row = { ...blank, ...Object.fromEntries(named), kind: "ligne" } as PastedLigne;
  return row.designation === "" ? { ...row, designation: designationAt(cells, columns) } : row;
}

/** Its amount is left: the sheet sums its own lignes. Below a title it is left out whole: the title tells it. */
function asSubtotal(row: PastedLigne): PastedLigne {
  const { designation } = row;
  if (!subtotalRow.test(fold(designation))) return row;
  const isPlain = /^sous[- ]total(?: ht)?\s*:?$/.test(fold(designation).trim());
  return { ...blank, kind: "sous_total", designation: isPlain ? "" : designation };
}

/** « 20 », « 20 % », or 0,2 as a cell in percent is copied. */
function withRate(row: PastedLigne, rates: readonly number[]): PastedLigne {
  const asWritten = parseRate(row.rate);
  if (asWritten === null || rates.length === 0 || rates.includes(asWritten)) return row;
  const share = parseFloat(row.rate.replace(",", ".")) * 10_000;
  const meant = rates.find((rate) => rate > 0 && Math.abs(rate - share) < 0.5);
  return meant === undefined ? row : { ...row, rate: String(meant / 100) };
}

const zero = { typed: "", value: 0, isRead: true };
const none = { typed: "", value: null, isRead: true };

function unreadIn({ kind, quantity, unit, unitPriceHt, rate, remise }: PastedLigne) {
  if (kind !== "ligne") return [];
  const faults: readonly (readonly [PastedColumn, boolean])[] = [
    ["quantity", !typeQuantity(zero, quantity).isRead],
    ["unit", unit !== "" && unitCodeOf(unit) === null],
    ["unitPriceHt", !typePrice(zero, unitPriceHt).isRead],
    ["rate", rate !== "" && parseRate(rate) === null],
    ["remise", !typeRemise(none, remise).isRead],
  ];
  return faults.filter(([, isUnread]) => isUnread).map(([column]) => column);
}

/** What cannot be read stays as pasted in its cell, to be seen and corrected. */
export function pastedLigne(ligne: EditedLigne, row: PastedLigne): EditedLigne {
  const { designation, description, quantity, unitPriceHt, remise } = row;
  if (row.kind !== "ligne") return { ...ligne, designation };
  return {
    ...ligne,
    designation,
    description,
    quantity: quantity === "" ? ligne.quantity : typeQuantity(ligne.quantity, quantity),
    unit: unitCodeOf(row.unit) ?? ligne.unit,
    unitPriceHt: typePrice(ligne.unitPriceHt, unitPriceHt),
    rate: parseRate(row.rate) ?? ligne.rate,
    remise: typeRemise(ligne.remise, remise),
  };
}
