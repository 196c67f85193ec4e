import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../button";
import { FormSection } from "../form-section";
import { removeTotpForm, renewCodesForm } from "./compte-forms";
import { ConfirmedAct } from "./confirmed-act";
import type { Compte } from "./use-compte";

export function SecondFactorSection({ compte }: { readonly compte: Compte }) {
  const { t } = useTranslation("compte");
  const { hasTotp, passkeys, recoveryCodesLeft } = compte;
  const isOn = hasTotp || passkeys.length > 0;
  const Icon = isOn ? ShieldCheck : ShieldAlert;
  return (
    <FormSection id="second" title={t("second.titre")} note={t("second.note")}>
      <p className={isOn ? "compte-etat" : "compte-etat compte-etat--off"}>
        <Icon className="ic" aria-hidden />
        {t(stateOf(compte))}
      </p>
      {!hasTotp && (
        <div className="acts acts--ligne">
          <ButtonLink to="/compte/second-facteur">{t("second.activer")}</ButtonLink>
        </div>
      )}
      {isOn && <p className="note">{t("second.codes", { count: recoveryCodesLeft })}</p>}
      {isOn && (
        <details className="compte-plus">
          <summary>{t("second.refaire")}</summary>
          <p className="note">{t("second.refaireAide")}</p>
          <ConfirmedAct form={renewCodesForm} submit={t("second.refaire")} />
        </details>
      )}
      {hasTotp && (
        <details className="compte-plus">
          <summary>{t("second.retirer")}</summary>
          <ConfirmedAct form={removeTotpForm} submit={t("second.retirer")} look="danger" />
        </details>
      )}
    </FormSection>
  );
}

function stateOf({ hasTotp, passkeys }: Compte) {
  if (hasTotp) return "second.active" as const;
  return passkeys.length > 0 ? ("second.activeCle" as const) : ("second.inactive" as const);
}
