import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Rythme, rythmes } from "./offre";

type Props = {
  readonly current: Rythme;
  /** Where the table is, so that the page does not jump without JavaScript. */
  readonly anchor: string;
};

/** By the month or by the year: two links, so that it works without JavaScript. */
export function RythmeSwitch({ current, anchor }: Props) {
  const { t } = useTranslation("offres");
  const [search] = useSearchParams();
  const to = (rythme: Rythme) => {
    const next = new URLSearchParams(search);
    next.set("rythme", rythme);
    return { search: `?${next}`, hash: anchor };
  };
  return (
    <nav className="segments" aria-label={t("rythme")}>
      {rythmes.map((rythme) => (
        <Link
          key={rythme}
          to={to(rythme)}
          replace
          preventScrollReset
          aria-current={rythme === current ? "true" : undefined}
        >
          {t(rythme)}
        </Link>
      ))}
    </nav>
  );
}
