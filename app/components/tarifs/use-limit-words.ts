import { useTranslation } from "react-i18next";

/** The limits of an offer, as a person says them. */
export function useLimitWords() {
  const { t } = useTranslation("offres");
  /** Megabytes → « 100 Mo », « 10 Go ». */
  const size = (megabytes: number): string =>
    megabytes >= 1_000
      ? t("octets.go", { nombre: frenchNumber(megabytes / 1_000) })
      : t("octets.mo", { nombre: frenchNumber(megabytes) });
  return {
    size,
    count: (limit: number | null) => (limit === null ? t("sansLimite") : frenchNumber(limit)),
    storage: (limit: number | null) => (limit === null ? t("sansLimite") : size(limit)),
  };
}

const format = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

const frenchNumber = (value: number): string => format.format(value);
