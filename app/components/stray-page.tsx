import { useTranslation } from "react-i18next";
import type { Stray } from "../stray-form.server";
import { Message } from "./error-page";

/** A form came from a page that is no longer the session's: which was which, and how to go on without losing it. */
export function StrayPage({ stray }: { readonly stray: Stray }) {
  const { t } = useTranslation();
  const { refusal, onglet, actuelle } = stray;
  if (refusal === "SESSION_REQUIRED")
    return (
      <Message
        title={t("erreur.session")}
        text={t("erreur.sessionFormulaire")}
        act={
          <a
            className="bouton bouton--principal"
            href="/connexion"
            target="_blank"
            rel="noreferrer"
          >
            {t("erreur.seReconnecter")}
          </a>
        }
      />
    );
  const noms = { onglet: onglet?.nom ?? "", actuelle: actuelle?.nom ?? "" };
  return (
    <Message
      title={t("erreur.autreSociete")}
      text={t(onglet ? "erreur.deuxSocietes" : "erreur.uneSociete", noms)}
      act={
        <>
          <a className="bouton bouton--principal" href="/factures">
            {t("erreur.continuerSociete", noms)}
          </a>
          {onglet && (
            <form method="post" action="/choisir-societe">
              <input type="hidden" name="_procedure" value="auth.chooseSociete" />
              <input type="hidden" name="societeId" value={onglet.societeId} />
              <button className="bouton" type="submit">
                {t("erreur.revenirSociete", noms)}
              </button>
            </form>
          )}
        </>
      }
    >
      <p>{t("erreur.saisieDerriere")}</p>
    </Message>
  );
}

export const isStray = (data: unknown): data is Stray =>
  typeof data === "object" && data !== null && "isForm" in data;
