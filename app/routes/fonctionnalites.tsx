import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { FeatureCard } from "../components/fonctionnalites/feature-card";
import { proved } from "../components/fonctionnalites/proved";
import { PublicFooter } from "../components/public/public-footer";
import { SiteHeader } from "../components/public/site-header";
import { formatLongDay } from "../formats";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";

export const meta = () => pageTitle(words().fonctionnalites.onglet);

/** What the product does: only what its tests prove. */
export default function Fonctionnalites() {
  const { t } = useTranslation("fonctionnalites");
  const { features, ranOn } = proved;
  const tests = features.reduce((sum, feature) => sum + feature.tests.length, 0);
  const facts = { tests, fonctionnalites: features.length, jour: formatLongDay(ranOn) };
  return (
    <>
      <SiteHeader current="fonctionnalites" />
      <main id="contenu" className="tarifs">
        <div className="tarifs-t">
          <h1>{t("titre")}</h1>
          <p className="chapo">{t("chapo")}</p>
          <p className="fort">{t("bilan", facts)}</p>
        </div>
        <ul className="fonctions">
          {features.map((feature) => (
            <FeatureCard key={feature.feature} feature={feature} />
          ))}
        </ul>
        <p className="note tarifs-n">{t("anglais")}</p>
        <div className="acts tarifs-n">
          <ButtonLink look="principal" to="/tarifs">
            {t("voirTarifs")}
          </ButtonLink>
        </div>
      </main>
      <PublicFooter />
    </>
  );
}
