import { Link, useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";

type Props = {
  readonly sort: string;
  readonly label: string;
  /** The order in force, and its direction. */
  readonly current: { readonly sort: string; readonly dir: "asc" | "desc" };
  /** Direction of the first click. */
  readonly first?: "asc" | "desc";
  readonly className?: string;
};

/** Heading of a column that sorts: a link, so that the order is in the address. */
export function SortHeader({ sort, label, current, first = "asc", className }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
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
      <Link
        className="tri"
        to={`?${next}`}
        data-courant={isCurrent || undefined}
        preventScrollReset
        replace
        title={t("liste.tri", { colonne: label })}
      >
        {label}
        {isCurrent && <Icon className="ic" aria-hidden />}
      </Link>
    </th>
  );
}
