import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { facturesLink, type Tableau } from "./tableau-params";

/** What is left to be paid, by how late it is. */
export function Ages({ ages }: Pick<Tableau, "ages">) {
  const { t } = useTranslation("pilotage");
  const most = Math.max(1, ...ages.map(({ ttc }) => ttc));
  const nb = ages.reduce((all, age) => all + age.nb, 0);
  const late = ages.reduce((all, age) => all + (age.name === "non_echu" ? 0 : age.nb), 0);
  const total = ages.reduce((all, { ttc }) => all + ttc, 0);
  return (
    <section className="zone z-age" aria-labelledby="h-age">
      <header className="zone-t">
        <h2 id="h-age">{t("encours.titre")}</h2>
        <p>
          <b className="num">{formatEuros(total)}</b> {t("encours.sur", { count: nb })}
        </p>
      </header>
      <ul className="ages">
        {ages.map(({ name, dueFrom, dueUntil, nb: count, ttc }) => (
          <li key={name}>
            <Link
              className="age"
              data-v={count === 0 ? "vide" : name}
              to={facturesLink({
                vue: "a_encaisser",
                echeanceDu: dueFrom,
                echeanceAu: dueUntil,
                tri: "echeance",
                sens: "asc",
              })}
            >
              <span className="age-l">{t(`encours.tranche.${name}`)}</span>
              <span className="age-b">
                <i style={{ inlineSize: `${(ttc * 100) / most}%` }} />
              </span>
              <span className="age-n">{t("encours.factures", { count })}</span>
              <b className="num">{formatEuros(ttc)}</b>
            </Link>
          </li>
        ))}
      </ul>
      {late > 0 && (
        <Link className="suite" to={facturesLink({ vue: "en_retard" })}>
          {t("encours.voirRetard", { count: late })} <ArrowRight className="ic" aria-hidden />
        </Link>
      )}
    </section>
  );
}
