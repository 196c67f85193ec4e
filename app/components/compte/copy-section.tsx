import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Flash } from "../flash";
import { FormSection } from "../form-section";
import { exportForm, fileOf } from "./compte-forms";
import { ConfirmedAct } from "./confirmed-act";

export function CopySection() {
  const { t } = useTranslation("donnees");
  const [isTaken, setTaken] = useState(false);
  return (
    <FormSection id="copie" title={t("copie.titre")} note={t("copie.note")}>
      <p className="compte-prose">{t("copie.texte")}</p>
      {isTaken ? (
        <Flash>{t("copie.parti")}</Flash>
      ) : (
        <ConfirmedAct
          form={exportForm}
          submit={t("copie.prendre")}
          onDone={(output) => {
            setTaken(true);
            window.location.assign(fileOf(output));
          }}
        />
      )}
    </FormSection>
  );
}
