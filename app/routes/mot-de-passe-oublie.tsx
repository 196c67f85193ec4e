import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../components/error-summary";
import { Flash } from "../components/flash";
import { Gate } from "../components/public/gate";
import { SubmitButton } from "../components/submit-button";
import { TextField } from "../components/text-field";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().acces.oubli.onglet);

const forgot = defineForm({
  procedure: "auth.forgotPassword",
  read: (form) => ({ email: form.text("email") }),
  next: () => "/mot-de-passe-oublie?envoye=1",
});

export const action = writes([forgot]);

export const loader = ({ context, request }: LoaderFunctionArgs) => ({
  isSent: new URL(request.url).searchParams.has("envoye"),
  hasMailbox: context.mailbox !== null,
});

export default function MotDePasseOublie() {
  const { t } = useTranslation("acces");
  const { isSent, hasMailbox } = useLoaderData<typeof loader>();
  const labels = { email: t("oubli.email") };
  return (
    <Gate title={t("oubli.titre")} lead={t("oubli.chapo")}>
      {isSent ? (
        <Flash>{t("oubli.envoye")}</Flash>
      ) : (
        <Write form={forgot} className="formulaire">
          <ErrorSummary labels={labels} />
          <TextField
            name="email"
            label={labels.email}
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
          />
          <SubmitButton wide>{t("oubli.envoyer")}</SubmitButton>
        </Write>
      )}
      <p className="note porte-n">
        {isSent && hasMailbox && (
          <>
            <Link className="lien" to="/boite-aux-lettres">
              {t("oubli.boite")}
            </Link>
            <br />
          </>
        )}
        <Link className="lien" to="/connexion">
          {t("oubli.retour")}
        </Link>
      </p>
    </Gate>
  );
}
