import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CheckField } from "../components/check-field";
import { FormSection } from "../components/form-section";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { SettingsForm } from "../components/reglages/settings-form";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { requirePermission } from "../require-permission.server";
import { useMe, useSociete } from "../session";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.securite.onglet, words().reglages.titre);

const askForm = defineForm({
  procedure: "societe.askSecondFactor",
  read: (form) => ({ isAsked: form.checked("isAsked") }),
});

export const action = writes([askForm]);

export const loader = (args: LoaderFunctionArgs) => requirePermission(args, "reglages");

/** How people enter the société. */
export default function SecuritySettings() {
  const { t } = useTranslation(["compte", "reglages"]);
  const isAsked = useSociete()?.asksSecondFactor === true;
  const isGiven = useMe()?.secondFactor.isGiven === true;
  const label = t("securite.exiger");
  return (
    <Page
      title={t("securite.titre")}
      breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}
    >
      <ReglagesTabs />
      <FormSection title={t("securite.section")}>
        {isGiven ? (
          <SettingsForm form={askForm} labels={{ isAsked: label }}>
            <CheckField
              name="isAsked"
              label={label}
              help={t("securite.aide")}
              defaultChecked={isAsked}
            />
          </SettingsForm>
        ) : (
          <>
            <p>{t("securite.aide")}</p>
            <p className="avis">
              {t("securite.dabord")}{" "}
              <Link className="lien" to="/compte/second-facteur">
                {t("second.activer")}
              </Link>
            </p>
          </>
        )}
      </FormSection>
    </Page>
  );
}
