import { useTranslation } from "react-i18next";

/** Seconds → « 3 j 4 h », « 2 h 05 min », « 12 min ». */
export function useDuration() {
  const { t } = useTranslation("sante");
  return (seconds: number): string => {
    const minutes = Math.floor(seconds / 60);
    const heures = Math.floor(minutes / 60);
    const jours = Math.floor(heures / 24);
    if (jours > 0) return t("duree.jours", { jours, heures: heures % 24 });
    const rest = minutes % 60;
    if (heures > 0) return t("duree.heures", { heures, minutes: String(rest).padStart(2, "0") });
    return t("duree.minutes", { minutes: rest });
  };
}
