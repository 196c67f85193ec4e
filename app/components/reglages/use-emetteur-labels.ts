import { useTranslation } from "react-i18next";

/** Names of the issuer's fields, by their path in the API. */
export function useEmetteurLabels() {
  const { t } = useTranslation(["reglages", "commun"]);
  return {
    nom: t("identite.nom"),
    formeJuridique: t("identite.formeJuridique"),
    capital: t("identite.capital"),
    siren: t("identite.siren"),
    siret: t("identite.siret"),
    rcs: t("identite.rcs"),
    email: t("identite.email"),
    phone: t("identite.phone"),
    website: t("identite.website"),
    assurance: t("identite.assurance"),
    "address.line1": t("commun:adresse.line1"),
    "address.line2": t("commun:adresse.line2"),
    "address.zip": t("commun:adresse.zip"),
    "address.city": t("commun:adresse.city"),
    "address.country": t("commun:adresse.country"),
    tvaNumber: t("tva.tvaNumber"),
    iban: t("paiement.iban"),
    bic: t("paiement.bic"),
    echeanceDays: t("paiement.echeanceDays"),
    penalitesRate: t("paiement.penalitesRate"),
    escompteRate: t("paiement.escompteRate"),
    escompteDays: t("paiement.escompteDays"),
    current_password: t("paiement.motDePasse"),
  };
}
