import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session";
import { ButtonLink } from "../button";
import { PublicHeader } from "./public-header";

const places = ["fonctionnalites", "tarifs"] as const;

/** Header of the pages that present the product: where one is, and the way in. */
export function SiteHeader({ current }: { readonly current: (typeof places)[number] }) {
  const { t } = useTranslation("acces");
  const me = useMe();
  return (
    <PublicHeader>
      {places.map((place) => (
        <Link key={place} to={`/${place}`} {...(place === current && { "aria-current": "page" })}>
          {t(`accueil.${place}`)}
        </Link>
      ))}
      {me ? (
        <ButtonLink to="/factures">{t("accueil.ouvrir")}</ButtonLink>
      ) : (
        <>
          <Link className="lien" to="/connexion">
            {t("accueil.connexion")}
          </Link>
          <ButtonLink look="principal" to="/inscription">
            {t("accueil.creer")}
          </ButtonLink>
        </>
      )}
    </PublicHeader>
  );
}
