import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { trpc } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { beginMaintenanceForm, endMaintenanceForm } from "./annonce-forms";
import { ReasonField } from "./reason-field";

/** Whether the service writes, and the switch. */
export function MaintenanceSection() {
  const { t } = useTranslation(["annonces", "actes"]);
  const [{ maintenance }] = trpc.consoleAnnonces.list.useSuspenseQuery();
  const isOn = maintenance !== null;
  return (
    <section className="panneau formacte" aria-labelledby="maintenance-titre">
      <h2 id="maintenance-titre">{t("annonces:maintenance.titre")}</h2>
      <p role="status">
        {isOn
          ? t("annonces:maintenance.fermee", {
              jour: longDayOf(maintenance.since),
              heure: formatTime(maintenance.since),
            })
          : t("annonces:maintenance.ouverte")}
      </p>
      <p className="sub">{t("annonces:maintenance.aide")}</p>
      <Write form={isOn ? endMaintenanceForm : beginMaintenanceForm} key={String(isOn)}>
        <ErrorSummary labels={{ reason: t("actes:champs.raison") }} />
        <ReasonField />
        <SubmitButton look={isOn ? "principal" : "danger"}>
          {t(isOn ? "annonces:maintenance.finir" : "annonces:maintenance.commencer")}
        </SubmitButton>
      </Write>
    </section>
  );
}
