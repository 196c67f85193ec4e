import { formatDay } from "#server/domain/calendar";
import type { Acheteur, Emetteur } from "#server/domain/emetteur";
import type { Address } from "#server/domain/facture";
import type { Langue } from "#server/domain/langue";
import { nomLegal } from "#server/domain/nom-legal";
import type { Snapshot } from "#server/domain/snapshot";
import type { Pair, PartyView } from "./document-view.ts";
import { mentionInEnglish } from "./mention-in-english.ts";
import { langueOf, type ViewWords, wordsOf } from "./view-words.ts";

const regions = { type: "region", fallback: "code" } as const;
const countries = {
  fr: new Intl.DisplayNames("fr", regions),
  en: new Intl.DisplayNames("en", regions),
};

const NBSP = "\u00a0";
const present = (parts: readonly string[]) => parts.filter((part) => part !== "");

function countryName(code: string, langue: Langue): string {
  if (code === "FR" || code === "") return "";
  return /^[A-Z]{2}$/.test(code) ? (countries[langue].of(code) ?? code).toUpperCase() : code;
}

/** Postal order. Only a foreign country is named (La Poste, NF Z10-011: in capitals, last line). */
export const addressLines = (
  { line1, line2, zip, city, country }: Address,
  langue: Langue,
): string[] => present([line1, line2, `${zip} ${city}`.trim(), countryName(country, langue)]);

/** « 732 829 320 00074 »: SIREN by threes, then the NIC. */
const spaced = (siren: string) => siren.replace(/(\d{3})(?=\d)/g, `$1${NBSP}`);
const spacedSiret = (siret: string) => `${spaced(siret.slice(0, 9))}${NBSP}${siret.slice(9)}`;

function identityOf(
  party: Pick<Acheteur, "siren" | "siret" | "tvaNumber">,
  { facts }: ViewWords,
): string[] {
  const { siren, siret, tvaNumber } = party;
  return present([
    siret ? `SIRET${NBSP}${spacedSiret(siret)}` : siren && `SIREN${NBSP}${spaced(siren)}`,
    tvaNumber && `${facts.tvaNumber}${tvaNumber}`,
  ]);
}

export const sellerView = (snapshot: Snapshot) => ({
  name: nomLegal(snapshot.emetteur),
  address: addressLines(snapshot.emetteur.address, langueOf(snapshot)),
  identity: identityOf(snapshot.emetteur, wordsOf(snapshot)),
  contact: contactOf(snapshot.emetteur),
});

const contactOf = ({ phone, email, website }: Emetteur) => present([phone, email, website]);

export const buyerView = (snapshot: Snapshot): PartyView => ({
  name: snapshot.acheteur.nom,
  address: addressLines(snapshot.acheteur.address, langueOf(snapshot)),
  identity: identityOf(snapshot.acheteur, wordsOf(snapshot)),
});

const natures = (snapshot: Snapshot) =>
  new Set(snapshot.lignes.filter(({ kind }) => kind === "ligne").map(({ nature }) => nature));

function deliveryLabel(snapshot: Snapshot): string {
  const kinds = natures(snapshot);
  const { facts } = wordsOf(snapshot);
  if (kinds.size > 1) return facts.operation;
  return kinds.has("bien") ? facts.delivered : facts.supplied;
}

/** Whether the document bills goods, services or both, in the words of its mention (décret 2022-1299). */
function natureOf(snapshot: Snapshot): string {
  const nature = snapshot.mentions.find(({ rule }) => rule.startsWith("nature-"));
  if (!nature) return "";
  const inEnglish = langueOf(snapshot) === "en" ? mentionInEnglish(nature, snapshot) : null;
  return inEnglish === null ? nature.text : `${nature.text} / ${inEnglish}`;
}

/** Issue, supply and due dates. */
export function factsOf(snapshot: Snapshot): Pair[] {
  const { issuedOn, deliveredOn, dueOn, acquittement } = snapshot;
  const { facts } = wordsOf(snapshot);
  return [
    [facts.issued, formatDay(issuedOn)],
    ...(deliveredOn ? [[deliveryLabel(snapshot), formatDay(deliveredOn)] as const] : []),
    ...(dueOn ? [[acquittement ? facts.paid : facts.due, formatDay(dueOn)] as const] : []),
  ];
}

export function detailsOf(snapshot: Snapshot): Pair[] {
  const { facts } = wordsOf(snapshot);
  const details: Pair[] = [
    [facts.purchaseOrder, snapshot.purchaseOrder],
    [facts.reference, snapshot.buyerReference],
    [facts.nature, natureOf(snapshot)],
  ];
  return details.filter(([, value]) => value !== "");
}

/** Which documents this one corrects or follows, as full sentences (CGI ann. II 242 nonies A, I 5°). */
export const referencesOf = (snapshot: Snapshot): string[] =>
  snapshot.preceding.map(({ number, issuedOn }) =>
    wordsOf(snapshot).reference(snapshot.type, number, formatDay(issuedOn)),
  );
