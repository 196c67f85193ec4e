import { formatDay } from "#server/domain/calendar";
import type { Acheteur, Emetteur } from "#server/domain/emetteur";
import type { Address } from "#server/domain/facture";
import { nomLegal } from "#server/domain/nom-legal";
import type { Snapshot } from "#server/domain/snapshot";
import type { Pair, PartyView } from "./document-view.ts";

const countries = new Intl.DisplayNames("fr", { type: "region", fallback: "code" });

const NBSP = "\u00a0";
const present = (parts: readonly string[]) => parts.filter((part) => part !== "");

function countryName(code: string): string {
  if (code === "FR" || code === "") return "";
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code).toUpperCase() : code;
}

/** Postal order. Only a foreign country is named (La Poste, NF Z10-011: in capitals, last line). */
export const addressLines = ({ line1, line2, zip, city, country }: Address): string[] =>
  present([line1, line2, `${zip} ${city}`.trim(), countryName(country)]);

/** « 732 829 320 00074 »: SIREN by threes, then the NIC. */
const spaced = (siren: string) => siren.replace(/(\d{3})(?=\d)/g, `$1${NBSP}`);
const spacedSiret = (siret: string) => `${spaced(siret.slice(0, 9))}${NBSP}${siret.slice(9)}`;

function identityOf(party: Pick<Acheteur, "siren" | "siret" | "tvaNumber">): string[] {
  const { siren, siret, tvaNumber } = party;
  return present([
    siret ? `SIRET${NBSP}${spacedSiret(siret)}` : siren && `SIREN${NBSP}${spaced(siren)}`,
    tvaNumber && `N°${NBSP}TVA${NBSP}${tvaNumber}`,
  ]);
}

export const sellerView = (emetteur: Emetteur) => ({
  name: nomLegal(emetteur),
  address: addressLines(emetteur.address),
  identity: identityOf(emetteur),
  contact: present([emetteur.phone, emetteur.email, emetteur.website]),
});

export const buyerView = (acheteur: Acheteur): PartyView => ({
  name: acheteur.nom,
  address: addressLines(acheteur.address),
  identity: identityOf(acheteur),
});

const natures = (snapshot: Snapshot) =>
  new Set(snapshot.lignes.filter(({ kind }) => kind === "ligne").map(({ nature }) => nature));

function deliveryLabel(snapshot: Snapshot): string {
  const kinds = natures(snapshot);
  if (kinds.size > 1) return "Date de l’opération";
  return kinds.has("bien") ? "Date de livraison" : "Date d’exécution";
}

/** Whether the document bills goods, services or both, in the words of its mention (décret 2022-1299). */
const natureOf = ({ mentions }: Snapshot) =>
  mentions.find(({ rule }) => rule.startsWith("nature-"))?.text ?? "";

/** Issue, supply and due dates. */
export function factsOf(snapshot: Snapshot): Pair[] {
  const { issuedOn, deliveredOn, dueOn, acquittement } = snapshot;
  return [
    ["Date d’émission", formatDay(issuedOn)],
    ...(deliveredOn ? [[deliveryLabel(snapshot), formatDay(deliveredOn)] as const] : []),
    ...(dueOn ? [[acquittement ? "Payée le" : "Échéance", formatDay(dueOn)] as const] : []),
  ];
}

export const detailsOf = (snapshot: Snapshot): Pair[] =>
  (
    [
      ["Bon de commande", snapshot.purchaseOrder],
      ["Votre référence", snapshot.buyerReference],
      ["Nature", natureOf(snapshot)],
    ] as const
  ).filter(([, value]) => value !== "");

/** Which documents this one corrects or follows, as full sentences (CGI ann. II 242 nonies A, I 5°). */
export const referencesOf = ({ type, preceding }: Snapshot): string[] =>
  preceding.map(({ number, issuedOn }) => {
    const link = type === "avoir" ? "Avoir sur la facture" : "Fait suite à la facture";
    return `${link} n°${NBSP}${number} du ${formatDay(issuedOn)}`;
  });
