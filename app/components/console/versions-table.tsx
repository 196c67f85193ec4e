import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatEuros } from "../../formats";
import type { OffreView } from "./offre-fields";
import { useLimitsInOne } from "./use-limits-in-one";

/** Every version of every price, side by side: what changed from one to the next, and who is still on it. */
export function VersionsTable({ versions }: Pick<OffreView, "versions">) {
  const { t } = useTranslation("vente");
  const limits = useLimitsInOne();
  const columns = ["rythme", "version", "prix", "limites", "tenue", "depuis", "jusqua"] as const;
  return (
    <table className="table t-verite">
      <caption className="vh">{t("versions.legende")}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`versions.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((one) => (
          <tr key={one.code}>
            <th scope="row">{t(`versions.${one.interval}`)}</th>
            <td data-titre={t("versions.version")}>{one.version}</td>
            <td data-titre={t("versions.prix")} className="num">
              {formatEuros(one.priceHt)}
            </td>
            <td data-titre={t("versions.limites")}>{limits(one.limits)}</td>
            <td data-titre={t("versions.tenue")} className="num">
              {one.abonnes}
            </td>
            <td data-titre={t("versions.depuis")}>{longDayOf(one.createdAt)}</td>
            <td data-titre={t("versions.jusqua")}>
              {one.archivedAt === null ? t("versions.enVente") : longDayOf(one.archivedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
