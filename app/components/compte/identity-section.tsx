import { useTranslation } from "react-i18next";
import { FormSection } from "../form-section";
import { SettingsForm } from "../reglages/settings-form";
import { TextField } from "../text-field";
import { identityForm } from "./compte-forms";
import type { Compte } from "./use-compte";

export function IdentitySection({ compte }: { readonly compte: Compte }) {
  const { t } = useTranslation("compte");
  const labels = {
    prenom: t("identite.prenom"),
    nom: t("identite.nom"),
    username: t("identite.identifiant"),
  };
  return (
    <FormSection id="identite" title={t("identite.titre")} note={t("identite.note")}>
      <SettingsForm form={identityForm} labels={labels}>
        <div className="form-deux">
          <TextField
            name="prenom"
            label={labels.prenom}
            defaultValue={compte.prenom}
            autoComplete="given-name"
            optional
          />
          <TextField
            name="nom"
            label={labels.nom}
            defaultValue={compte.nom}
            autoComplete="family-name"
            optional
          />
        </div>
        <TextField
          name="username"
          label={labels.username}
          help={t("identite.identifiantAide")}
          defaultValue={compte.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </SettingsForm>
    </FormSection>
  );
}
