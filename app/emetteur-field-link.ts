import { fieldId } from "./components/field";

const tva = new Set(["tvaNumber", "regime", "exigibilite", "territoire"]);
const paiement = new Set([
  "iban",
  "bic",
  "echeanceDays",
  "penalitesRate",
  "escompteRate",
  "escompteDays",
]);

/** Place in /reglages/societe of a field named as problems do: `emetteur.siren`. */
export function emetteurFieldHash(field: string): string {
  const name = field.replace(/^emetteur\./, "");
  const section = tva.has(name) ? "Tva" : paiement.has(name) ? "Paiement" : "Identite";
  return `#${fieldId(`societe-update${section}`, name)}`;
}
