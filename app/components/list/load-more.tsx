import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

type Props = { readonly cursor: string; readonly onMore: () => void; readonly isLoading: boolean };

/** The rest of a list, under it; without JavaScript, on the next page. */
export function LoadMore({ cursor, onMore, isLoading }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  next.set("suite", cursor);
  return (
    <Link
      className="bouton"
      to={`?${next}`}
      aria-busy={isLoading || undefined}
      onClick={(event) => {
        event.preventDefault();
        onMore();
      }}
    >
      {t("actions.voirPlus")}
    </Link>
  );
}
