import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrice } from "../../format-price";
import { percent } from "./month-words";
import { facturesLink, type Tableau } from "./tableau-params";

type Props = Pick<Tableau, "clients" | "facture" | "period" | "mensuel">;

/** Who the year's turnover comes from. */
export function TopClients({ clients, period, mensuel }: Props) {
  const { t } = useTranslation("pilotage");
  const annee = period.mois.slice(0, 4);
  const year = mensuel.reduce((all, { ht }) => all + ht, 0);
  const most = Math.max(1, ...clients.map(({ ht }) => ht));
  const shareOf = (ht: number) => (year > 0 ? percent(Math.round((ht * 1_000) / year)) : "–");
  return (
    <section className="zone z-cli" aria-labelledby="h-cli">
      <header className="zone-t">
        <h2 id="h-cli">{t("clients.titre", { annee })}</h2>
        {clients.length > 0 && (
          <p>
            {t("clients.part", { part: shareOf(clients.reduce((all, { ht }) => all + ht, 0)) })}
          </p>
        )}
      </header>
      {clients.length === 0 && <p className="note">{t("clients.aucun", { annee })}</p>}
      <ol className="palmares">
        {clients.map(({ clientId, nom, nbFactures, ht }) => (
          <li key={clientId}>
            <Link
              to={facturesLink({ client: clientId, du: `${annee}-01-01`, au: `${annee}-12-31` })}
            >
              <span className="pal-n coupe">{nom}</span>
              <b className="num">{formatPrice(ht)}</b>
              <span className="pal-b">
                <i style={{ inlineSize: `${(ht * 100) / most}%` }} />
              </span>
              <span className="pal-c">
                {t("clients.factures", { count: nbFactures, part: shareOf(ht) })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
