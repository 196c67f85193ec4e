import { CircleHelp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isOfLaw, type LegalPoint, legalSources } from "./legal-sources";

/**
 * A « ? » beside a field where the law speaks: what it asks, and where it is written. The browser's own popover:
 * closed by Escape or a click elsewhere, the focus back on its button, without JavaScript too. One of a point a page.
 */
export function LegalHelp({ point }: { readonly point: LegalPoint }) {
  const { t } = useTranslation("loi");
  const id = `loi-${point}`;
  return (
    <span className="loi">
      <button
        type="button"
        className="loi__bouton"
        aria-label={t("demander", { point: t(`points.${point}.titre`) })}
        {...{ popovertarget: id }}
      >
        <CircleHelp className="ic" aria-hidden />
      </button>
      <span id={id} className="menu loi__texte" role="note" {...{ popover: "auto" }}>
        <b>{t(`points.${point}.titre`)}</b>
        <span>{t(`points.${point}.texte`)}</span>
        <span className="doux texte-12">
          <span lang="fr">{legalSources[point]}</span>
          {isOfLaw(point) && ` (${t("legifrance")})`}
        </span>
      </span>
    </span>
  );
}
