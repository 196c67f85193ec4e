import { useTranslation } from "react-i18next";

/** Names of the fields of a client, by their path in the API. */
export function useClientLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation(["clients", "commun"]);
  return {
    nom: t("formulaire.nom"),
    siren: t("formulaire.siren"),
    siret: t("formulaire.siret"),
    tvaNumber: t("formulaire.tva"),
    email: t("formulaire.email"),
    phone: t("formulaire.telephone"),
    note: t("formulaire.note"),
    echeance: t("formulaire.echeance"),
    "address.line1": t("commun:adresse.line1"),
    "address.line2": t("commun:adresse.line2"),
    "address.zip": t("commun:adresse.zip"),
    "address.city": t("commun:adresse.city"),
    "address.country": t("commun:adresse.country"),
  };
}
