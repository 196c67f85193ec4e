import { useTranslation } from "react-i18next";
import { selectedMax } from "#server/domain/selection-limits";
import { formatDecimal } from "../../formats";

type Page = {
  readonly rows: readonly { readonly id: string }[];
  readonly cursor: string | null;
  readonly total: { readonly nb: number; readonly isCapped: boolean } | null;
};

/**
 * The way to all that matches a list, beyond what is on screen: null when it is all there.
 *
 * @param ask a page of it, from the start or after a cursor
 */
export function useMatching(
  pages: readonly { readonly data?: Page | undefined }[],
  ask: (cursor: string | null) => Promise<Page>,
) {
  const { t } = useTranslation("listes");
  const total = pages[0]?.data?.total;
  const hasMore = (pages.at(-1)?.data?.cursor ?? null) !== null;
  if (!hasMore || !total) return null;
  const label = total.isCapped
    ? t("selection.toutesPlus")
    : t("selection.toutes", { total: formatDecimal(total.nb, 0) });
  return { label, ids: () => idsOf(ask) };
}

async function idsOf(ask: (cursor: string | null) => Promise<Page>): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await ask(cursor);
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null && ids.length < selectedMax);
  return ids.slice(0, selectedMax);
}
