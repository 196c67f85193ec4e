import { Link } from "@remix-run/react";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Sante } from "./use-sante";

/** Where to look at those concerned, beyond this page. */
const places: Partial<Record<Sante["alertes"][number]["code"], string>> = {
  indisponibles: "/console/societes?sante=a_voir",
  migrations: "/console/societes?sante=a_voir",
};

/** What asks for the operator's eye, said aloud when it changes. */
export function SanteAlertes({ alertes }: { readonly alertes: Sante["alertes"] }) {
  const { t } = useTranslation("sante");
  return (
    <section className="vigie" aria-labelledby="alertes-titre">
      <h2 id="alertes-titre">{t("alertes.titre")}</h2>
      <ul aria-live="polite">
        {alertes.map((alerte) => (
          <Alerte key={alerte.code} {...alerte} />
        ))}
        {alertes.length === 0 && (
          <li data-v="succes">
            <span>
              <CircleCheck className="ic" aria-hidden /> {t("alertes.rien")}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

function Alerte({ code, niveau, nb }: Sante["alertes"][number]) {
  const { t } = useTranslation("sante");
  const to = places[code];
  const words = (
    <>
      <TriangleAlert className="ic" aria-hidden /> {t(`alertes.${code}`, { count: nb })}
    </>
  );
  return (
    <li data-v={niveau}>
      {to === undefined ? <span>{words}</span> : <Link to={to}>{words}</Link>}
    </li>
  );
}
