import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OffreView } from "./offre-fields";

/** Whom a change of the offer touches, said before it is made. */
export function OffreTouched({ offre }: { readonly offre: OffreView | null }) {
  const { t } = useTranslation("vente");
  const societes = offre?.societes ?? [];
  return (
    <section className="panneau formacte" aria-labelledby="touche-titre">
      <h2 id="touche-titre">{t("touche.titre")}</h2>
      {offre ? <Sentences offre={offre} /> : <p>{t("touche.nouvelle")}</p>}
      {societes.length > 0 && (
        <p className="sub">
          {societes.map(({ id, nom }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link className="lien" to={`/console/societes/${id}`}>
                {nom}
              </Link>
            </span>
          ))}
        </p>
      )}
      {offre && (
        <Link className="lien" to={`/console/societes?offre=${offre.offre}`}>
          {t("touche.voir")}
        </Link>
      )}
    </section>
  );
}

function Sentences({ offre }: { readonly offre: OffreView }) {
  const { t } = useTranslation("vente");
  const { isFree, isTrial, abonnes, essais } = offre;
  if (isFree) return <p>{t("touche.gratuite", { count: abonnes })}</p>;
  return (
    <>
      {abonnes + essais === 0 && <p>{t("touche.personne")}</p>}
      {abonnes > 0 && <p>{t("touche.abonnes", { count: abonnes })}</p>}
      {essais > 0 && <p>{t("touche.essais", { count: essais })}</p>}
      {abonnes + essais > 0 && <p>{t("touche.nom")}</p>}
      {isTrial && <p>{t("touche.essayee")}</p>}
    </>
  );
}
