import { parseQuantity, parseRate, parseUnitPrice } from "#server/domain/amount";
import type { EditedLigne } from "./edited-facture";
import { typePrice, typeQuantity } from "./edited-number";
import { unitCodeOf } from "./unit-code";

/** A row copied from a spreadsheet, each cell as text. */
export type PastedLigne = {
  readonly designation: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPriceHt: string;
  readonly rate: string;
};

const isNumber = (text: string) => parseQuantity(text) !== null || parseUnitPrice(text) !== null;

/**
 * Rows of a spreadsheet: désignation, quantité, unité, prix HT, TVA; the unit, or all but the price, may be missing. A
 * row of titles is left out. Null when the text is one plain cell, to be pasted as usual.
 */
export function parsePasted(text: string): readonly PastedLigne[] | null {
  const rows = text
    .replaceAll("\r", "")
    .split("\n")
    .filter((row) => row.trim() !== "")
    .map((row) => row.split("\t").map((cell) => cell.trim()));
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.length === 1)) return null;
  const [first, ...others] = rows;
  const isTitles =
    first !== undefined &&
    first.length > 1 &&
    first.every((cell) => cell === "" || !isNumber(cell)) &&
    others.some((row) => row.slice(1).some(isNumber));
  return (isTitles ? others : rows).map(pastedRow);
}

type PastedCell = Exclude<keyof PastedLigne, "designation">;

/** What the cells after the désignation are, by how many there are. */
function layoutOf(cells: readonly string[]): readonly PastedCell[] {
  if (cells.length === 1) return ["unitPriceHt"];
  if (cells.length === 2) return ["quantity", "unitPriceHt"];
  if (cells.length > 3) return ["quantity", "unit", "unitPriceHt", "rate"];
  const hasNoUnit = isNumber(cells[1] ?? "");
  return hasNoUnit ? ["quantity", "unitPriceHt", "rate"] : ["quantity", "unit", "unitPriceHt"];
}

function pastedRow([designation = "", ...cells]: readonly string[]): PastedLigne {
  const layout = layoutOf(cells);
  const cell = (name: PastedCell) => cells[layout.indexOf(name)] ?? "";
  return {
    designation,
    quantity: cell("quantity"),
    unit: cell("unit"),
    unitPriceHt: cell("unitPriceHt"),
    rate: cell("rate"),
  };
}

/** What cannot be read stays as pasted in its cell, to be seen and corrected. */
export function pastedLigne(blank: EditedLigne, row: PastedLigne): EditedLigne {
  const rate = parseRate(row.rate);
  return {
    ...blank,
    designation: row.designation,
    quantity: row.quantity === "" ? blank.quantity : typeQuantity(blank.quantity, row.quantity),
    unit: unitCodeOf(row.unit) ?? blank.unit,
    unitPriceHt: typePrice(blank.unitPriceHt, row.unitPriceHt),
    rate: rate ?? blank.rate,
  };
}
