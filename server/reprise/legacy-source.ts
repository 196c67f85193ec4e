/** One row as its driver reads it: text, number, bigint, boolean, null; decimals and dates as text. */
export type LegacyRow = Readonly<Record<string, unknown>>;

export type LegacyTable = { readonly name: string; readonly columns: readonly string[] };

type LegacyPage = {
  readonly table: string;
  /** Column the pages follow: unique, never changed while it is read. */
  readonly by: string;
  /** Value of `by` in the last row of the page before. */
  readonly after: unknown;
  readonly limit: number;
  /** Only the rows where this column holds this value. */
  readonly of?: LegacyScope | undefined;
};

export type LegacyScope = { readonly column: string; readonly value: unknown };

/** The former installation, read only: nothing in it is ever written. */
export type LegacySource = {
  readonly kind: "sqlite" | "postgres" | "mysql";
  /** Tells one source from another, without its password: what was taken is remembered under it. */
  readonly name: string;
  tables(): Promise<readonly LegacyTable[]>;
  page(page: LegacyPage): Promise<readonly LegacyRow[]>;
  /** Rows whose column `by` is one of `keys`, in the order of `order` where there is one. */
  matching(table: string, by: Matching): Promise<readonly LegacyRow[]>;
  close(): Promise<void>;
};

type Matching = {
  readonly by: string;
  readonly keys: readonly unknown[];
  readonly order?: string | undefined;
};

/** Rows taken in one write of the société. */
const pageSize = 200;

/** Every row of a table, page by page, in the order of `by`. */
export async function* pagesOf(
  source: LegacySource,
  table: string,
  { by, of }: { readonly by: string; readonly of?: LegacyScope | undefined },
): AsyncGenerator<readonly LegacyRow[], void> {
  let after: unknown = null;
  for (;;) {
    const rows = await source.page({ table, by, of, after, limit: pageSize });
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.[by];
  }
}
