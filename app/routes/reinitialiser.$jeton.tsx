import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../components/error-summary";
import { NewPasswordField } from "../components/new-password-field";
import { Gate } from "../components/public/gate";
import { SubmitButton } from "../components/submit-button";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().acces.nouveau.onglet);

const reset = (token: string) =>
  defineForm({
    procedure: "auth.resetPassword",
    read: (form) => ({ token, password: form.raw("password") }),
    next: () => "/connexion?mot-de-passe=change",
  });

export const action = (args: ActionFunctionArgs) =>
  writes([reset(args.params["jeton"] ?? "")])(args);

/** Opening the link changes nothing: mail readers open links too. Only the form consumes it. */
export const loader = ({ params }: LoaderFunctionArgs) => ({ token: params["jeton"] ?? "" });

export default function Reinitialiser() {
  const { t } = useTranslation("acces");
  const { token } = useLoaderData<typeof loader>();
  const labels = { password: t("nouveau.titre") };
  return (
    <Gate title={t("nouveau.titre")} lead={t("nouveau.chapo")}>
      <Write form={reset(token)} className="formulaire">
        <ErrorSummary labels={labels} />
        <NewPasswordField label={labels.password} help={t("inscription.motDePasseAide")} />
        <SubmitButton wide>{t("nouveau.envoyer")}</SubmitButton>
      </Write>
      <p className="note porte-n">
        <Link className="lien" to="/mot-de-passe-oublie">
          {t("oubli.envoyer")}
        </Link>
      </p>
    </Gate>
  );
}
