import { Link } from "@remix-run/react";
import { ArrowLeft, ChevronRight } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

export type Crumb = { readonly to: string; readonly label: string };

/** Where a page sits, in its top bar; the last one is also the phone's way back. */
export function Trail({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  const back = crumbs.at(-1);
  if (!back) return null;
  return (
    <>
      <Link
        className="bouton bouton--discret bouton--icone haut__retour"
        to={back.to}
        aria-label={t("cadre.retour", { page: back.label })}
      >
        <ArrowLeft className="ic ic--20" aria-hidden />
      </Link>
      <nav className="fil" aria-label={t("cadre.fil")}>
        {crumbs.map(({ to, label }) => (
          <Fragment key={to}>
            <Link to={to}>{label}</Link>
            <ChevronRight className="ic" aria-hidden />
          </Fragment>
        ))}
      </nav>
    </>
  );
}
