import { fold } from "#server/domain/search";
import type { LegacyTable } from "./legacy-source.ts";
import {
  columnWords,
  type FieldOf,
  type LegacyObject,
  legacyObjects,
  neededFields,
  tableWords,
} from "./legacy-words.ts";

export type ObjectMapping<O extends LegacyObject = LegacyObject> = {
  readonly table: string;
  /** Column of each field that was found. */
  readonly columns: Readonly<Partial<Record<FieldOf<O>, string>>>;
};

/** Where everything is in the former database. */
export type Mapping = { readonly [O in LegacyObject]?: ObjectMapping<O> };

/** What `--map` settles; names as the database writes them. An object set to null is left out. */
export type MappingGiven = {
  readonly [O in LegacyObject]?: {
    readonly table?: string;
    readonly columns?: Readonly<Record<string, string | null>>;
  } | null;
};

export type Recognised = {
  readonly mapping: Mapping;
  /** What is missing to take an object, or what `--map` names and is not there: « facture: no column for number ». */
  readonly problems: readonly string[];
};

/** Finds the tables and columns by their names, corrected by what was given. */
export function recognise(tables: readonly LegacyTable[], given: MappingGiven = {}): Recognised {
  const problems: string[] = unknownObjects(given);
  const mapping: Partial<Record<LegacyObject, ObjectMapping>> = {};
  for (const object of legacyObjects) {
    const own = given[object];
    if (own === null) continue;
    const found = findTable(tables, object, own?.table);
    if (!found) {
      if (own?.table) problems.push(`${object}: no table ${own.table}`);
      continue;
    }
    const columns = columnsOf(object, found, own?.columns ?? {}, problems);
    const missing = neededFields[object].filter((field) => !columns[field]);
    problems.push(...missing.map((field) => `${object}: no column for ${field}`));
    mapping[object] = { table: found.name, columns };
  }
  if (!mapping.facture) problems.push("facture: no table");
  return { mapping: mapping as Mapping, problems };
}

const unknownObjects = (given: MappingGiven) =>
  Object.keys(given)
    .filter((object) => !(object in tableWords))
    .map((object) => `${object}: nothing of that name is taken`);

const plain = (name: string) => fold(name).replace(/[^a-z0-9]/g, "");

function findTable(tables: readonly LegacyTable[], object: LegacyObject, wanted?: string) {
  if (wanted !== undefined) return tables.find(({ name }) => name === wanted);
  for (const word of tableWords[object]) {
    const found = tables.find(({ name }) => plain(name) === plain(word));
    if (found) return found;
  }
  return undefined;
}

/** A column serves one field only: the first word of the first field that asks for it. */
function columnsOf(
  object: LegacyObject,
  table: LegacyTable,
  given: Readonly<Record<string, string | null>>,
  problems: string[],
): Record<string, string> {
  const words: Readonly<Record<string, readonly string[]>> = columnWords[object];
  const chosen = chosenColumns(object, table, given, problems);
  for (const [field, known] of Object.entries(words)) {
    if (field in given) continue;
    const taken = new Set(Object.values(chosen));
    const free = table.columns.filter((column) => !taken.has(column));
    const found = known
      .map((word) => free.find((column) => plain(column) === plain(word)))
      .find((column) => column !== undefined);
    if (found) chosen[field] = found;
  }
  return chosen;
}

/** What was settled by hand; null leaves a field out. */
function chosenColumns(
  object: LegacyObject,
  { name: table, columns }: LegacyTable,
  given: Readonly<Record<string, string | null>>,
  problems: string[],
): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const [field, column] of Object.entries(given)) {
    if (!(field in columnWords[object])) problems.push(`${object}: no field ${field}`);
    else if (column !== null && !columns.includes(column))
      problems.push(`${object}: no column ${column} in ${table}`);
    else if (column !== null) chosen[field] = column;
  }
  return chosen;
}
