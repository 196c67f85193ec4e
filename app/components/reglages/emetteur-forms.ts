import { exigibilites, territoires, tvaRegimes } from "#server/domain/emetteur";
import { defineForm } from "../../define-form";
import { readAddress } from "../../read-address";

/** Forms of the issuer's settings, one per section; without JavaScript the page comes back to its section. */
const back = (section: string) => () => `/reglages/societe?fait=enregistre#${section}`;

export const identiteForm = defineForm({
  procedure: "societe.updateIdentite",
  read: (form) => ({
    nom: form.text("nom"),
    formeJuridique: form.text("formeJuridique"),
    isEi: form.checked("isEi"),
    siren: form.text("siren"),
    siret: form.text("siret"),
    rcs: form.text("rcs"),
    capital: form.text("capital") === "" ? null : form.amount("capital"),
    address: readAddress(form),
    email: form.text("email"),
    phone: form.text("phone"),
    website: form.text("website"),
    assurance: form.text("assurance"),
  }),
  next: back("identite"),
});

export const tvaForm = defineForm({
  procedure: "societe.updateTva",
  read: (form) => ({
    tvaNumber: form.text("tvaNumber"),
    regime: form.choice("regime", tvaRegimes),
    exigibilite: form.choice("exigibilite", exigibilites),
    territoire: form.choice("territoire", territoires),
  }),
  next: back("tva"),
});

export const paiementForm = defineForm({
  procedure: "societe.updatePaiement",
  read: (form) => ({
    iban: form.text("iban"),
    bic: form.text("bic"),
    echeanceDays: form.int("echeanceDays"),
    echeanceFinDeMois: form.checked("echeanceFinDeMois"),
    penalitesRate: form.rate("penalitesRate"),
    escompteRate: form.rate("escompteRate"),
    escompteDays: form.int("escompteDays"),
    current_password: form.raw("current_password"),
  }),
  next: back("paiement"),
});
