import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { MiniFacture } from "../components/public/mini-facture";
import { Promises } from "../components/public/promises";
import { PublicFooter } from "../components/public/public-footer";
import { PublicHeader } from "../components/public/public-header";
import { homePath } from "../home-path";

export async function loader({ context }: LoaderFunctionArgs) {
  return (await context.caller.auth.me()) ? redirect(homePath) : null;
}

export default function Landing() {
  const { t } = useTranslation("acces");
  return (
    <div className="duo">
      <div className="duo-g">
        <PublicHeader>
          <Link className="lien" to="/fonctionnalites">
            {t("accueil.fonctionnalites")}
          </Link>
          <Link className="lien" to="/tarifs">
            {t("accueil.tarifs")}
          </Link>
          <Link className="lien" to="/connexion">
            {t("accueil.connexion")}
          </Link>
        </PublicHeader>
        <main className="formulaire accueil">
          <h1>{t("accueil.titre")}</h1>
          <p className="chapo">{t("accueil.chapo")}</p>
          <div className="acts">
            <ButtonLink look="principal" to="/inscription">
              {t("accueil.creer")}
            </ButtonLink>
            <ButtonLink to="/tarifs">{t("accueil.voirTarifs")}</ButtonLink>
          </div>
        </main>
        <PublicFooter />
      </div>
      <aside className="duo-d" aria-label={t("promesses.titre")}>
        <MiniFacture nom="" label={t("accueil.apercu")} />
        <Promises />
        <p>
          <Link className="lien" to="/fonctionnalites">
            {t("promesses.preuves")}
          </Link>
        </p>
      </aside>
    </div>
  );
}
