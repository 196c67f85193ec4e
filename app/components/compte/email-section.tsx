import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { hasAddress } from "#server/domain/no-address";
import { Act } from "../act";
import { FormSection } from "../form-section";
import { TextField } from "../text-field";
import { cancelEmailForm, emailForm, verificationForm } from "./compte-forms";
import { ConfirmedAct } from "./confirmed-act";
import type { Compte } from "./use-compte";

export function EmailSection({ compte }: { readonly compte: Compte }) {
  const { t } = useTranslation("compte");
  const { email, isEmailVerified, emailChange } = compte;
  const label = t("email.nouvelle");
  const isGiven = hasAddress(email);
  return (
    <FormSection id="email" title={t("email.titre")}>
      <p>
        <b className="compte-adresse">{isGiven ? email : t("email.aucune")}</b>
      </p>
      {!isGiven ? null : isEmailVerified ? (
        <p className="compte-etat">
          <CircleCheck className="ic" aria-hidden />
          {t("email.verifiee")}
        </p>
      ) : (
        <div className="avis avis--attention">
          <CircleAlert className="ic" aria-hidden />
          <div className="compte-avis">
            <p>{t("email.nonVerifiee")}</p>
            <Act form={verificationForm} fields={{}} label={t("email.renvoyer")} />
          </div>
        </div>
      )}
      {emailChange && <ChangeUnderWay change={emailChange} />}
      <details className="compte-plus" open={!isGiven && !emailChange}>
        <summary>{t(isGiven ? "email.changer" : "email.donner")}</summary>
        <ConfirmedAct form={emailForm} submit={t("email.demander")} labels={{ email: label }}>
          <TextField
            name="email"
            label={label}
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
          />
        </ConfirmedAct>
      </details>
    </FormSection>
  );
}

function ChangeUnderWay({ change }: { readonly change: NonNullable<Compte["emailChange"]> }) {
  const { t } = useTranslation("compte");
  return (
    <div className="avis">
      <Info className="ic" aria-hidden />
      <div className="compte-avis">
        <p className="fort">{t("email.enCours", { email: change.email })}</p>
        {change.oldConfirmedAt === null && <p>{t("email.attendAncienne")}</p>}
        {change.newConfirmedAt === null && <p>{t("email.attendNouvelle")}</p>}
        <Act form={cancelEmailForm} fields={{}} label={t("email.annuler")} />
      </div>
    </div>
  );
}
