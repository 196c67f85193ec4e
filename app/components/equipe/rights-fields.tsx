import { useTranslation } from "react-i18next";
import { defaultSettings, memberSettings, type Rights, roles } from "#server/domain/permissions";
import { CheckField } from "../check-field";
import { ChoiceField } from "../choice-field";

type Props = { readonly rights?: Rights };

const asInvited: Rights = { role: "employe", ...defaultSettings };

/** A role; and for the employé's, what is settled for the person. The sheet shows what goes with the chosen role. */
export function RightsFields({ rights = asInvited }: Props) {
  const { t } = useTranslation(["equipe", "commun"]);
  const settled = rights.role === "employe" ? rights : asInvited;
  return (
    <div className="droits">
      <ChoiceField
        name="role"
        legend={t("droits.role")}
        options={roles.map((value) => ({ value, label: t(`commun:role.${value}`) }))}
        defaultValue={rights.role}
      />
      <fieldset className="droits-p" data-role="employe">
        <legend className="vh">{t("droits.titre")}</legend>
        {memberSettings.map((setting) => (
          <CheckField
            key={setting}
            name={setting}
            label={t(`droits.${setting}`)}
            help={t(`droits.${setting}Aide`)}
            defaultChecked={settled[setting]}
          />
        ))}
      </fieldset>
      <p className="note droits-p" data-role="admin">
        {t("droits.admin")}
      </p>
      <p className="note droits-p" data-role="comptable">
        {t("droits.comptable")}
      </p>
    </div>
  );
}
