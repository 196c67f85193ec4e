import { useTranslation } from "react-i18next";
import { logoUrl } from "../../logo-url";
import { Act } from "../act";
import { Field } from "../field";
import { SocieteLogo } from "../societe-logo";
import { logoForm, removeLogoForm } from "./marque-forms";
import { SettingsForm } from "./settings-form";

type Props = { readonly nom: string; readonly logoSha256: string | null };

export function LogoForm({ nom, logoSha256 }: Props) {
  const { t } = useTranslation("reglages");
  const labels = { logo: t("marque.logo"), dataBase64: t("marque.logo") };
  return (
    <div className="depot">
      <SocieteLogo nom={nom} src={logoUrl(logoSha256)} className="logo--depot" />
      <div className="form-grille">
        <SettingsForm
          form={logoForm}
          labels={labels}
          submit={t("marque.envoyer")}
          done={t("marque.logoEnregistre")}
          encType="multipart/form-data"
        >
          <Field name="logo" label={t("marque.logo")} help={t("marque.logoAide")}>
            {(control) => (
              <input
                {...control}
                key={logoSha256}
                className="fichier"
                type="file"
                accept="image/png,image/jpeg,image/webp"
              />
            )}
          </Field>
        </SettingsForm>
        {logoSha256 && (
          <Act form={removeLogoForm} fields={{}} label={t("marque.retirer")} look="discret" />
        )}
      </div>
    </div>
  );
}
