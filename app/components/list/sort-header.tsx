import { useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";

type Order = {
  /** The order in force, and its direction. */
  readonly sort: string;
  readonly dir: "asc" | "desc";
};

/** What the headings of one table have in common, asked once. */
export function useSorting(current: Order) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  return { current, params, title: (colonne: string) => t("liste.tri", { colonne }) };
}

type Props = {
  readonly sorting: ReturnType<typeof useSorting>;
  readonly sort: string;
  readonly label: string;
  /** Direction of the first click. */
  readonly first?: "asc" | "desc";
  readonly className?: string;
};

/** Heading of a column that sorts: a link, so that the order is in the address. */
export function SortHeader({ sorting, sort, label, first = "asc", className }: Props) {
  const { current, params } = sorting;
  const isCurrent = current.sort === sort;
  const opposite = current.dir === "asc" ? "desc" : "asc";
  const next = new URLSearchParams(params);
  next.delete("suite");
  next.set("tri", sort);
  next.set("sens", isCurrent ? opposite : first);
  const Icon = current.dir === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isCurrent ? (current.dir === "asc" ? "ascending" : "descending") : undefined}
    >
      <a
        className="tri"
        href={`?${next}`}
        data-lien="tri"
        data-courant={isCurrent || undefined}
        title={sorting.title(label)}
      >
        {label}
        {isCurrent && <Icon className="ic" aria-hidden />}
      </a>
    </th>
  );
}
