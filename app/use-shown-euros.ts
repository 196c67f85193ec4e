import { useTranslation } from "react-i18next";
import type { Cents } from "#server/domain/money";
import { formatEuros } from "./formats";

/** An amount, or the word for one that is hidden from this person. */
export function useShownEuros(): (cents: Cents | null) => string {
  const { t } = useTranslation();
  return (cents) => (cents === null ? t("montantMasque") : formatEuros(cents));
}
