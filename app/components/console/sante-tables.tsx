import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../../format-moment";
import type { Sante } from "./use-sante";

type Props = { readonly sante: Sante };

/** What took more than a second, the latest first. */
export function LentesTable({ sante }: Props) {
  const { t } = useTranslation("sante");
  const { slow, totals } = sante;
  return (
    <section className="zone" aria-labelledby="lentes-titre">
      <header className="zone-t">
        <h2 id="lentes-titre">{t("lentes.titre")}</h2>
        {totals.slow > 0 && <p>{t("lentes.note", { count: totals.slow })}</p>}
      </header>
      {slow.length === 0 ? (
        <p className="note">{t("lentes.aucune")}</p>
      ) : (
        <table className="table table--serre table--nu t-sante">
          <caption className="vh">{t("lentes.titre")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("lentes.quoi")}</th>
              <th scope="col">{t("lentes.societe")}</th>
              <th scope="col" className="droite">
                {t("lentes.duree")}
              </th>
              <th scope="col">{t("lentes.heure")}</th>
            </tr>
          </thead>
          <tbody>
            {slow.map((row) => (
              <tr key={`${row.at} ${row.place} ${row.ms}`}>
                <th scope="row">
                  <code className="code-fin">{row.place}</code>
                </th>
                <td>
                  <Whose {...row} />
                </td>
                <td className="num droite">{t("processus.ms", { ms: Math.round(row.ms) })}</td>
                <td className="num">{formatInstant(row.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Whose requests fail, the most first; the code is the one people read on their page. */
export function ErreursTable({ sante }: Props) {
  const { t } = useTranslation("sante");
  const { errors, totals } = sante;
  return (
    <section className="zone" aria-labelledby="erreurs-titre">
      <header className="zone-t">
        <h2 id="erreurs-titre">{t("erreurs.titre")}</h2>
        {totals.errors > 0 && <p>{t("erreurs.note", { count: totals.errors })}</p>}
      </header>
      {errors.length === 0 ? (
        <p className="note">{t("erreurs.aucune")}</p>
      ) : (
        <table className="table table--serre table--nu t-sante">
          <caption className="vh">{t("erreurs.titre")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("lentes.societe")}</th>
              <th scope="col" className="droite">
                {t("erreurs.nombre")}
              </th>
              <th scope="col">{t("erreurs.derniere")}</th>
              <th scope="col">{t("erreurs.code")}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((row) => (
              <tr key={row.societeId}>
                <th scope="row">
                  <Whose {...row} />
                </th>
                <td className="num droite">{row.nb}</td>
                <td>
                  <code className="code-fin">{row.place}</code>{" "}
                  <span className="num sub">{formatInstant(row.at)}</span>
                </td>
                <td>
                  <code className="code-fin">{row.requestId}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type Whose = { readonly societeId: string | null; readonly societe: string | null };

function Whose({ societeId, societe }: Whose) {
  const { t } = useTranslation("sante");
  if (societeId === null) return t("personne");
  return (
    <Link className="lien" to={`/console/societes/${societeId}`}>
      {societe ?? societeId}
    </Link>
  );
}
