import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../components/error-summary";
import { Flash } from "../components/flash";
import { Gate } from "../components/public/gate";
import { SubmitButton } from "../components/submit-button";
import { defineForm } from "../define-form";
import { compte as words } from "../i18n/fr/compte";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words.changement.titre);

/** The address is a secret: it must not be told to any site the page would lead to. */
export const headers = () => ({ "referrer-policy": "no-referrer" });

const confirm = (token: string) =>
  defineForm({
    procedure: "compte.confirmEmailChange",
    read: () => ({ token }),
    next: ({ state }) => `/confirmer-adresse/${state === "done" ? "fait" : "attendu"}`,
  });

export const action = (args: ActionFunctionArgs) =>
  writes([confirm(args.params["jeton"] ?? "")])(args);

/** Opening the link changes nothing: mail readers open links too. Only the button uses it. */
export const loader = ({ params }: LoaderFunctionArgs) => ({ token: params["jeton"] ?? "" });

export default function ConfirmerAdresse() {
  const { t } = useTranslation("compte");
  const { token } = useLoaderData<typeof loader>();
  return (
    <Gate title={t("changement.titre")} lead={t("changement.chapo")}>
      {token === "fait" || token === "attendu" ? (
        <Flash>{t(`changement.${token}`)}</Flash>
      ) : (
        <Write form={confirm(token)} className="formulaire">
          <ErrorSummary labels={{}} />
          <SubmitButton wide>{t("changement.confirmer")}</SubmitButton>
        </Write>
      )}
      <p className="note porte-n">
        <Link className="lien" to="/compte">
          {t("activation.retour")}
        </Link>
      </p>
    </Gate>
  );
}
