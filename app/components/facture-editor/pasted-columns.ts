import { parseAmount, parseQuantity, parseUnitPrice } from "#server/domain/amount";
import { fold } from "#server/domain/search";

/** What a cell of a spreadsheet may become. */
export type PastedColumn =
  | "designation"
  | "description"
  | "quantity"
  | "unit"
  | "unitPriceHt"
  | "rate"
  | "remise";

type Columns = readonly (PastedColumn | null)[];

/** Titles people give their columns, folded; what is only computed from the others is left out. */
const titles: readonly (readonly [PastedColumn | null, RegExp])[] = [
  [
    null,
    /^(?:total|montant|tva montant|montant tva|ttc)\b|\bttc$|^(?:ref|reference|code|n°|no|#)$/,
  ],
  ["rate", /\b(?:tva|vat)\b|^taux/],
  ["unitPriceHt", /^(?:p\.?\s?u\b|prix|tarif|unit price|price|cout)/],
  ["quantity", /^(?:qte|qtes|quantite|quantites|qty|quantity|nb|nombre)\b/],
  ["unit", /^(?:unite|unites|unit|u)\.?$/],
  ["remise", /^(?:remise|rabais|reduction|discount)/],
  ["description", /^(?:description|details?|commentaires?|precisions?)$/],
  [
    "designation",
    /^(?:designation|libelle|intitule|produit|article|prestation|nom|objet|item|poste)/,
  ],
];

export const isNumber = (text: string) =>
  parseQuantity(text) !== null || parseUnitPrice(text) !== null || parseAmount(text) !== null;

const columnOf = (title: string) => {
  const folded = fold(title.replace(/[.:]+$/, ""));
  return titles.find(([, words]) => words.test(folded))?.[0];
};

/** A row of titles: no figure in it, and either known words or figures below. */
export function isTitleRow(
  first: readonly string[],
  others: readonly (readonly string[])[],
): boolean {
  if (first.length < 2 || first.some((cell) => cell !== "" && isNumber(cell))) return false;
  const known = first.filter((cell) => cell !== "" && columnOf(cell) !== undefined).length;
  const named = first.filter((cell) => cell !== "").length;
  return known >= 2 || (named > 1 && others.some((row) => row.slice(1).some(isNumber)));
}

/**
 * The column under each title, each kind of column once; null where nobody can tell any column by its title. A
 * « description » alone is the désignation.
 */
export function columnsOf(row: readonly string[]): Columns | null {
  const taken = new Set<PastedColumn>();
  const columns = row.map((title) => {
    const column = title === "" ? null : (columnOf(title) ?? null);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
  if (!taken.has("unitPriceHt") && !taken.has("quantity")) return null;
  if (taken.has("designation") || !taken.has("description")) return columns;
  return columns.map((column) => (column === "description" ? "designation" : column));
}

/** Without titles: what the cells after the désignation are, by how many there are. */
export function plainColumns(cells: readonly string[]): Columns {
  const [, ...others] = cells;
  if (others.length <= 1) return ["designation", "unitPriceHt"];
  if (others.length === 2) return ["designation", "quantity", "unitPriceHt"];
  if (others.length > 3) return ["designation", "quantity", "unit", "unitPriceHt", "rate"];
  return isNumber(others[1] ?? "")
    ? ["designation", "quantity", "unitPriceHt", "rate"]
    : ["designation", "quantity", "unit", "unitPriceHt"];
}

/** Where no title names the désignation: the first words that no column takes. */
export const designationAt = (cells: readonly string[], columns: Columns): string =>
  cells.find((cell, at) => (columns[at] ?? null) === null && cell !== "" && !isNumber(cell)) ?? "";
