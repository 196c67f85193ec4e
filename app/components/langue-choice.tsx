import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { langues } from "#server/domain/langue";
import { langue as current } from "../i18n/spoken";

/**
 * Each language under its own name, one press away. A whole new page: what is drawn in one language stays in it.
 */
export function LangueChoice() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/langue" className="langues">
      <input type="hidden" name="retour" value={pathname + search} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot sit on one line with its legend. */}
      <span className="bascule" role="group" aria-label={t("langue.titre")}>
        {langues.map((langue) => (
          <button
            key={langue}
            type="submit"
            name="langue"
            value={langue}
            lang={langue}
            aria-pressed={langue === current()}
          >
            {t(`langue.nom.${langue}`)}
          </button>
        ))}
      </span>
    </form>
  );
}
