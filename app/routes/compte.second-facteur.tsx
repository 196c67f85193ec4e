import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button";
import { confirmTotpForm, startTotpForm } from "../components/compte/compte-forms";
import { ComptePage } from "../components/compte/compte-page";
import { ConfirmedAct } from "../components/compte/confirmed-act";
import { Enrolment } from "../components/compte/enrolment";
import { useCompte } from "../components/compte/use-compte";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { useMe } from "../session";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.activation.onglet);

export const action = writes([startTotpForm, confirmTotpForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.compte.get.fetch(), queries.compte.enrolment.fetch()]);

/** An authenticator for the account: the password, the QR code, the first code. */
export default function SecondFacteur() {
  const { t } = useTranslation("compte");
  const me = useMe();
  const compte = useCompte();
  const [enrolment] = trpc.compte.enrolment.useSuspenseQuery();
  const isAsked = compte.isSuperAdmin || me?.member?.asksSecondFactor === true;
  if (compte.hasTotp)
    return (
      <ComptePage title={t("activation.titre")} isInner>
        <Done isGiven={me?.secondFactor.isGiven === true} />
      </ComptePage>
    );
  return (
    <ComptePage title={t("activation.titre")} isInner>
      <div className="compte-etroit">
        {isAsked && <p className="avis avis--attention">{t("activation.exigee")}</p>}
        <p>{t("activation.intro")}</p>
        {enrolment ? (
          <Enrolment enrolment={enrolment} />
        ) : (
          <ConfirmedAct form={startTotpForm} submit={t("activation.commencer")} look="principal" />
        )}
      </div>
    </ComptePage>
  );
}

/** It is on; a session older than it must still begin again. */
function Done({ isGiven }: { readonly isGiven: boolean }) {
  const { t } = useTranslation(["compte", "commun"]);
  return (
    <div className="compte-etroit">
      <p>{t("activation.deja")}</p>
      {isGiven ? (
        <Link className="lien" to="/compte">
          {t("activation.retour")}
        </Link>
      ) : (
        <>
          <p>{t("activation.reconnecter")}</p>
          <Form method="post" action="/deconnexion" reloadDocument>
            <input type="hidden" name="_procedure" value="auth.logout" />
            <Button type="submit">{t("commun:cadre.deconnexion")}</Button>
          </Form>
        </>
      )}
    </div>
  );
}
