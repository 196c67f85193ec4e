import type { CalendarDay } from "./calendar-day.ts";

/**
 * One state of a wording. An issued document keeps the wording of its day for ever; a new law adds a row and closes
 * the one before. `{name}` is replaced by a fact.
 */
export type DatedText = {
  readonly validFrom: CalendarDay;
  /** Last day, or null while no successor is known. */
  readonly validTo: CalendarDay | null;
  readonly text: string;
  /** Shown behind « Pourquoi ». */
  readonly legalRef: string;
};

const always = (text: string, legalRef: string): readonly DatedText[] => [
  { validFrom: "2000-01-01", validTo: null, text, legalRef },
];

/**
 * Wordings printed on documents. References to the CGI stay lawful until 30 June 2028 although its TVA articles move
 * to the CIBS on 1 January 2027 (ordonnances 2025-1247 and 2026-671); the numbers there are not settled, so no
 * successor is written yet.
 */
export const legalTexts = {
  "identite-societe": always(
    "{nom}, {forme} au capital de {capital} – SIREN {siren}",
    "C. com. R123-238",
  ),
  "identite-sans-capital": always("{nom}, {forme} – SIREN {siren}", "C. com. R123-237"),
  "identite-artisan": always("{nom} – SIREN {siren} – RNE", "C. com. R123-237"),
  rcs: always("RCS {ville} {siren}", "C. com. R123-237"),
  ei: always("{nom}", "C. com. R526-27"),
  "tva-emetteur": always("N° TVA : {numero}", "CGI ann. II art. 242 nonies A"),
  "siren-client": always("SIREN : {siren}", "Décret 2022-1299"),
  "tva-client": always("N° TVA du client : {numero}", "CGI ann. II art. 242 nonies A"),
  "adresse-livraison": always("Adresse de livraison : {adresse}", "Décret 2022-1299"),
  "nature-biens": always("Livraison de biens", "Décret 2022-1299"),
  "nature-services": always("Prestation de services", "Décret 2022-1299"),
  "nature-mixte": always("Livraison de biens et prestation de services", "Décret 2022-1299"),
  debits: always(
    "Option pour le paiement de la taxe d'après les débits",
    "CGI ann. II art. 242 nonies A, décret 2022-1299",
  ),
  echeance: always("Date d'échéance : {date}", "C. com. L441-9"),
  penalites: always(
    "En cas de retard de paiement, des pénalités seront exigibles au taux de {taux} l'an, sans qu'un rappel soit nécessaire (art. L441-10 du Code de commerce).",
    "C. com. L441-10",
  ),
  indemnite: always(
    "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 € (art. D441-5 du Code de commerce).",
    "C. com. D441-5",
  ),
  "escompte-aucun": always("Pas d'escompte pour paiement anticipé.", "C. com. L441-9"),
  escompte: always("Escompte de {taux} pour paiement au plus tard le {date}.", "C. com. L441-9"),
  "bon-de-commande": always("Bon de commande n° {numero}", "C. com. L441-9"),
  "date-operation": always(
    "Date de livraison / d'exécution : {date}",
    "CGI ann. II art. 242 nonies A",
  ),
  decennale: always("Assurance décennale : {assurance}", "C. assur. L243-2"),
  avoir: always("Avoir sur la facture n° {numero} du {date}", "CGI art. 289-I-5"),
  demonstration: always(
    "Document de démonstration : ce n'est pas une facture, rien n'est dû et rien n'a été livré.",
    "Société de démonstration de FacturePro",
  ),
  "pied-de-page": always("{texte}", "Mention choisie par la société"),
  "franchise-293b": always("TVA non applicable, art. 293 B du CGI", "CGI art. 293 B"),
  "autoliquidation-btp": always(
    "Autoliquidation (art. 283-2 nonies du CGI)",
    "CGI art. 283-2 nonies",
  ),
  "autoliquidation-nationale": always("Autoliquidation (art. 283 du CGI)", "CGI art. 283"),
  "autoliquidation-ue": always(
    "Autoliquidation (art. 283-2 du CGI / art. 196 dir. 2006/112/CE)",
    "CGI art. 283-2 ; directive 2006/112/CE art. 196",
  ),
  intracommunautaire: always("Exonération de TVA, art. 262 ter I du CGI", "CGI art. 262 ter I"),
  export: always("Exonération de TVA, art. 262 I du CGI", "CGI art. 262 I"),
  "export-dom": always("Exonération de TVA en application de l'article 294 du CGI", "CGI art. 294"),
  "hors-champ-259": always("TVA non applicable – art. 259-1 du CGI", "CGI art. 259-1"),
  "non-applicable-294": always("TVA non applicable, art. 294-1 du CGI", "CGI art. 294-1"),
  "exoneree-261": always("Exonération de TVA, art. {article} du CGI", "CGI art. {article}"),
  "marge-occasion": always(
    "Régime particulier – Biens d'occasion",
    "CGI art. 297 A ; CGI ann. II art. 242 nonies A",
  ),
} as const satisfies Record<string, readonly DatedText[]>;

export type LegalTextId = keyof typeof legalTexts;

const fill = (text: string, facts: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");

/** The wording in force on a day, its `{facts}` filled in. */
export function legalTextOn(
  id: LegalTextId,
  on: CalendarDay,
  facts: Readonly<Record<string, string>> = {},
): { text: string; legalRef: string } {
  const states: readonly DatedText[] = legalTexts[id];
  const inForce = states.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
  );
  const { text, legalRef } = inForce ?? { text: "", legalRef: "" };
  return { text: fill(text, facts), legalRef: fill(legalRef, facts) };
}
