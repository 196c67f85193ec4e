import { useTranslation } from "react-i18next";
import { FormSection } from "../form-section";
import { NewPasswordField } from "../new-password-field";
import { passwordForm } from "./compte-forms";
import { ConfirmedAct } from "./confirmed-act";
import type { Compte } from "./use-compte";

export function PasswordSection({ compte }: { readonly compte: Compte }) {
  const { t } = useTranslation("compte");
  const label = t("motDePasse.nouveau");
  const { email, username, prenom, nom, isSuperAdmin } = compte;
  return (
    <FormSection id="mot-de-passe" title={t("motDePasse.titre")} note={t("motDePasse.note")}>
      <ConfirmedAct
        form={passwordForm}
        submit={t("motDePasse.changer")}
        labels={{ password: label }}
      >
        <NewPasswordField
          label={label}
          help={t(isSuperAdmin ? "motDePasse.aideEquipe" : "motDePasse.aide")}
          identity={[email, username, prenom, nom]}
        />
      </ConfirmedAct>
    </FormSection>
  );
}
