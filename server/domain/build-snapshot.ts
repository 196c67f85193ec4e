import type { CalendarDay } from "./calendar-day.ts";
import { type ComputedFacture, computeFacture } from "./compute-facture.ts";
import { dueOn, formatEcheance } from "./echeance.ts";
import type { Acheteur, Emetteur, Marque } from "./emetteur.ts";
import type { FactureContent, FactureType, Nature } from "./facture.ts";
import { mentionsOf } from "./mentions.ts";
import { isFrenchSoil, placeOf, zoneOf } from "./place.ts";
import { type Acquittement, formatAcquittement } from "./reglement.ts";
import type { Exemption, Snapshot, SnapshotLigne } from "./snapshot.ts";
import { TEMPLATE_VERSION } from "./template-version.ts";

export type SnapshotInput = {
  readonly type: FactureType;
  readonly content: FactureContent;
  readonly emetteur: Emetteur;
  readonly marque: Marque;
  readonly acheteur: Acheteur;
  readonly number: string;
  readonly issuedOn: CalendarDay;
  readonly preceding: Snapshot["preceding"];
  /** When the facture is paid before it is issued. */
  readonly acquittement?: Acquittement;
};

/** BT-23: goods, services or both; « 1 »: an ordinary deposit of a facture, « 2 »: of a facture already paid. */
export function processOf(natures: readonly Nature[], isPaid = false): string {
  const digit = isPaid ? "2" : "1";
  if (!natures.includes("service")) return `B${digit}`;
  return `${natures.includes("bien") ? "M" : "S"}${digit}`;
}

/** Échéance (BT-9) and terms (BT-20); the échéance of what is already paid is the day it was (BR-FR-CO-09). */
function paymentOf({ type, content, issuedOn, acquittement }: SnapshotInput) {
  if (type === "avoir") return { dueOn: null, paymentTerms: AVOIR_TERMS };
  if (acquittement)
    return { dueOn: acquittement.paidOn, paymentTerms: formatAcquittement(acquittement) };
  const { echeance } = content;
  return { dueOn: dueOn(echeance, issuedOn), paymentTerms: formatEcheance(echeance) };
}

/**
 * BT-8. One value for a whole document: as soon as it holds a service, that of the services (payment, or issue under
 * the option « débits »); otherwise delivery of the goods. Nothing when no tax is due.
 */
function tvaDueCodeOf(
  natures: readonly Nature[],
  { exigibilite }: Pick<Emetteur, "exigibilite">,
  hasTax: boolean,
): Snapshot["tvaDueCode"] {
  if (!hasTax) return null;
  if (!natures.includes("service")) return "29";
  return exigibilite === "debits" ? "5" : "72";
}

/**
 * Routing note BAR (BR-FR-20). The reform leaves out what arts. 261 to 261 E exempt and the territories without TVA;
 * B2B needs a SIREN on both sides.
 */
function routingOf(
  emetteur: Pick<Emetteur, "territoire">,
  acheteur: Acheteur,
  isAllExempt261: boolean,
): Snapshot["routing"] {
  if (acheteur.type === "particulier") return "B2C";
  if (isAllExempt261 || zoneOf(emetteur.territoire) === "guyane_mayotte") return "OUTOFSCOPE";
  const { zone } = placeOf(acheteur.address);
  if (zone === "guyane_mayotte") return "OUTOFSCOPE";
  return isFrenchSoil(zone) && acheteur.siren !== "" ? "B2B" : "B2BINT";
}

function snapshotLignes(
  { lignes }: FactureContent,
  { lignes: totals, treatment }: ComputedFacture,
): readonly SnapshotLigne[] {
  return lignes.map((ligne, i) => ({
    kind: ligne.kind,
    designation: ligne.designation,
    description: ligne.description,
    quantity: ligne.quantity,
    unit: ligne.unit,
    unitPriceHt: ligne.unitPriceHt,
    nature: ligne.nature,
    category: treatment.lignes[i]?.category ?? "S",
    rate: treatment.lignes[i]?.rate ?? ligne.rate,
    ajustements: totals[i]?.ajustements ?? [],
    netHt: totals[i]?.netHt ?? 0,
  }));
}

/** Goods or services of the real lignes. */
export const naturesOf = (lignes: readonly Pick<SnapshotLigne, "kind" | "nature">[]) => [
  ...new Set(lignes.filter(({ kind }) => kind === "ligne").map(({ nature }) => nature)),
];

const written = ({ category, reason, vatex }: Exemption): Exemption => ({
  category,
  reason,
  vatex,
});

/**
 * Freeze everything the document says, its amounts computed and its mentions chosen. Pure: the same input gives the
 * same snapshot, hence the same XML and hash. Call `problemsOf` before, `checkSnapshot` after.
 */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  const { type, content, emetteur, marque, acheteur, number, issuedOn, preceding } = input;
  const { acquittement } = input;
  const payment = paymentOf(input);
  const computed = computeFacture({ content, emetteur, acheteur, on: issuedOn });
  const { totals, ajustements } = computed;
  const { exemptions } = computed.treatment;
  const natures = naturesOf(content.lignes);
  const categories = totals.tva.map(({ category }) => category);
  const { deliveredOn, shipTo, subject, purchaseOrder, buyerReference, note } = content;
  const isAllExempt261 =
    categories.every((category) => category === "E") &&
    exemptions.some(({ rule }) => rule === "exoneree-261");
  const facts = {
    type,
    emetteur,
    acheteur,
    issuedOn,
    dueOn: payment.dueOn,
    deliveredOn,
    natures,
    categories,
  };

  return {
    version: 1,
    type,
    number,
    issuedOn,
    dueOn: payment.dueOn,
    deliveredOn,
    process: processOf(natures, acquittement !== undefined),
    tvaDueCode: tvaDueCodeOf(natures, emetteur, categories.includes("S")),
    emetteur,
    marque,
    templateVersion: TEMPLATE_VERSION,
    acheteur,
    routing: routingOf(emetteur, acheteur, isAllExempt261),
    shipTo,
    subject,
    purchaseOrder,
    buyerReference,
    note,
    preceding,
    lignes: snapshotLignes(content, computed),
    ajustements,
    totals,
    exemptions: exemptions.map(written),
    mentions: mentionsOf({ ...facts, exemptions, shipTo, purchaseOrder, preceding }),
    paymentTerms: payment.paymentTerms,
    ...(acquittement ? { acquittement } : {}),
  };
}

/** BT-20 of an avoir, which has no échéance (BR-CO-25 wants one or the other). */
export const AVOIR_TERMS = "À déduire de la facture ou à rembourser";
