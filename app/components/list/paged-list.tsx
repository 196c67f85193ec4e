import type { ReactNode } from "react";
import { LoadMore } from "./load-more";

type Answer<Row> = {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
  readonly total: { readonly nb: number; readonly isCapped: boolean } | null;
};

type Props<Row> = {
  /** What was read so far, one answer a page. */
  readonly pages: readonly { readonly data?: Answer<Row> | undefined }[];
  readonly onMore: (cursor: string) => void;
  /** How many there are in all, in words. */
  readonly count: (nb: number, isCapped: boolean) => string;
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
};

/** The rows of a list read page by page, its count, and the way to the next page. */
export function PagedList<Row>({ pages, onMore, count, empty, children }: Props<Row>) {
  const rows = pages.flatMap(({ data }) => data?.rows ?? []);
  const next = pages.at(-1)?.data?.cursor ?? null;
  const total = pages[0]?.data?.total;
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows)}
      <div className="pied-table">
        <span aria-live="polite">{total && count(total.nb, total.isCapped)}</span>
        {next && <LoadMore cursor={next} onMore={() => onMore(next)} isLoading={false} />}
      </div>
    </>
  );
}
