import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrice } from "../../format-price";
import { formatEuros } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { useLimitsInOne } from "./use-limits-in-one";

type OffreRow = RouterOutputs["consolePlans"]["list"]["offres"][number];

/** The offers, one a row: what they cost, what they allow, who is on them. */
export function OffresTable({ offres }: { readonly offres: readonly OffreRow[] }) {
  const { t } = useTranslation("vente");
  const columns = ["offre", "mois", "an", "limites", "abonnes", "essais", "mrr"] as const;
  return (
    <table className="table t-verite">
      <caption className="vh">{t("legende")}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`colonnes.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {offres.map((offre) => (
          <Row key={offre.offre} row={offre} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: OffreRow }) {
  const { t } = useTranslation("vente");
  const limits = useLimitsInOne();
  const { offre, nom, mois, an, isFree, isSold, abonnes, anciens, essais, mrrHt } = row;
  const price = (one: OffreRow["mois"]) =>
    one ? t("prix", { montant: formatPrice(one.priceHt) }) : t("pasVendu");
  return (
    <tr>
      <th scope="row">
        <Link className="lien" to={`/console/plans/${offre}`}>
          {nom}
        </Link>
        {!isSold && <span className="sub">{t("retiree")}</span>}
        {isFree && <span className="sub">{t("gratuite")}</span>}
      </th>
      <td data-titre={t("colonnes.mois")}>{price(mois)}</td>
      <td data-titre={t("colonnes.an")}>{price(an)}</td>
      <td data-titre={t("colonnes.limites")}>{limits(row.limits)}</td>
      <td data-titre={t("colonnes.abonnes")} className="num">
        <Link className="lien" to={`/console/societes?offre=${offre}`}>
          {abonnes}
        </Link>
        {anciens > 0 && <span className="sub">{t("anciens", { count: anciens })}</span>}
      </td>
      <td data-titre={t("colonnes.essais")} className="num">
        {essais}
      </td>
      <td data-titre={t("colonnes.mrr")} className="num">
        {formatEuros(mrrHt)}
      </td>
    </tr>
  );
}
