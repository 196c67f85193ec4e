import { useTranslation } from "react-i18next";
import { langue } from "../../i18n/spoken";

/** The limits of an offer, as a person says them. */
export function useLimitWords() {
  const { t } = useTranslation("offres");
  /** Megabytes → « 100 Mo », « 10 Go ». */
  const size = (megabytes: number): string =>
    megabytes >= 1_000
      ? t("octets.go", { nombre: written(megabytes / 1_000) })
      : t("octets.mo", { nombre: written(megabytes) });
  return {
    size,
    count: (limit: number | null) => (limit === null ? t("sansLimite") : written(limit)),
    storage: (limit: number | null) => (limit === null ? t("sansLimite") : size(limit)),
  };
}

const options = { maximumFractionDigits: 1 };
const formats = {
  fr: new Intl.NumberFormat("fr-FR", options),
  en: new Intl.NumberFormat("en-GB", options),
};

const written = (value: number): string => formats[langue()].format(value);
