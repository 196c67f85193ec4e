import { useTranslation } from "react-i18next";
import { LastSeen } from "../equipe/last-seen";
import { useConsoleSociete } from "./societe-view";

/** Who is in the société, the last seen first. */
export function MembresSection() {
  const { t } = useTranslation(["societes", "commun"]);
  const { membres, now } = useConsoleSociete();
  return (
    <section className="zone" aria-labelledby="membres-titre">
      <header className="zone-t">
        <h2 id="membres-titre">{t("societes:membres.titre")}</h2>
      </header>
      <table className="table table--nu t-sante">
        <caption className="vh">{t("societes:membres.legende")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("societes:membres.personne")}</th>
            <th scope="col">{t("societes:membres.role")}</th>
            <th scope="col">{t("societes:membres.activite")}</th>
          </tr>
        </thead>
        <tbody>
          {membres.map(({ userId, nom, email, role, lastSeenAt }) => (
            <tr key={userId}>
              <th scope="row" className="c-soc">
                {nom}
                <br />
                <span className="sub">{email}</span>
              </th>
              <td>{t(`commun:role.${role}`)}</td>
              <td>
                <LastSeen at={lastSeenAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
