import { useTranslation } from "react-i18next";
import { useCan } from "../../session";
import { useReglagesPages } from "../reglages/reglages-tabs";

/** The pages of the settings, for who may open them, and those of one's own account. */
export function useReglagesPlaces() {
  const { t } = useTranslation(["reglages", "commun"]);
  const canSet = useCan("reglages");
  const shown = useReglagesPages();
  const pages = shown.map(({ to, label }) => ({ to, name: `${t("titre")} · ${t(label)}` }));
  return [...(canSet ? pages : []), { to: "/compte", name: t("commun:nav.compte") }];
}
