import { useTranslation } from "react-i18next";
import { FormSection } from "../form-section";

const kept = [
  ["garde.compte", "garde.compteDuree"],
  ["garde.sessions", "garde.sessionsDuree"],
  ["garde.courriels", "garde.courrielsDuree"],
  ["garde.actes", "garde.actesDuree"],
  ["garde.pieces", "garde.piecesDuree"],
] as const;

/** What the service keeps of a person, and how long: the durations are those of docs/gdpr.md. */
export function KeptSection() {
  const { t } = useTranslation("donnees");
  return (
    <FormSection title={t("garde.titre")} note={t("garde.note")}>
      <ul className="compte-liste">
        {kept.map(([nom, duree]) => (
          <li key={nom}>
            <p className="compte-liste__t">
              <b>{t(nom)}</b>
            </p>
            <p className="note">{t(duree)}</p>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
