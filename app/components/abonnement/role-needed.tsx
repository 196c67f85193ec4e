import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";
import { ButtonLink } from "../button";
import { Page } from "../page";

/** For who may not pay: why, and whom to ask. */
export function RoleNeeded() {
  const { t } = useTranslation(["abonnement", "commun"]);
  const societe = useSociete();
  return (
    <Page title={t("titre")}>
      <div className="vide page-e">
        <h2>{t("role.titre")}</h2>
        <p>
          {t("role.texte", {
            role: societe ? t(`commun:role.${societe.role}`) : "",
            societe: societe?.nom ?? "",
          })}
        </p>
        <div className="acts">
          <ButtonLink look="principal" to="/factures">
            {t("role.revenir")}
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
