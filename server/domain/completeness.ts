import { isDocumentDay } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";
import { acheteurFaults, acheteurGaps, addressFaults, addressGaps } from "./check-acheteur.ts";
import { emetteurFaults, emetteurGaps } from "./check-emetteur.ts";
import { ajustementsProblems, lignesProblems, ratesProblems } from "./check-lignes.ts";
import { computeFacture } from "./compute-facture.ts";
import { dueOn } from "./echeance.ts";
import type { Acheteur, Emetteur } from "./emetteur.ts";
import type { Echeance, FactureContent } from "./facture.ts";
import { AMOUNT_MAX } from "./field-limits.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";
import { requiredProblems, textProblems } from "./text-problems.ts";
import type { Totals } from "./totals.ts";
import type { FactureTreatment } from "./treat-facture.ts";
import { choosableRates } from "./tva.ts";

export type Candidate = {
  readonly content: FactureContent;
  readonly emetteur: Emetteur;
  /** Null while no client is chosen. */
  readonly acheteur: Acheteur | null;
  /** The day it would be issued. */
  readonly today: CalendarDay;
};

function echeanceProblems(echeance: Echeance, today: CalendarDay): readonly Problem[] {
  if (echeance.mode !== "date") {
    const { days } = echeance;
    const isSane = Number.isInteger(days) && days >= 0 && days <= 365;
    if (!isSane) return [problem("echeance.days", "ECHEANCE_INVALID")];
  } else if (!isDocumentDay(echeance.on)) return [problem("echeance.on", "DAY_INVALID")];
  const due = dueOn(echeance, today);
  if (!isDocumentDay(due)) return [problem("echeance", "DAY_INVALID")];
  return due < today ? [problem("echeance.on", "DUE_BEFORE_ISSUE")] : [];
}

/** Days, texts and addresses of the sheet around the lignes. */
function sheetProblems({ content, today }: Candidate): readonly Problem[] {
  const { deliveredOn, shipTo } = content;
  const isDelivered = deliveredOn === null || isDocumentDay(deliveredOn);
  return [
    ...(isDocumentDay(today) ? [] : [problem("issuedOn", "DAY_INVALID")]),
    ...(isDelivered ? [] : [problem("deliveredOn", "DAY_INVALID")]),
    ...echeanceProblems(content.echeance, today),
    ...textProblems("subject", content.subject, "subject"),
    ...textProblems("purchaseOrder", content.purchaseOrder, "reference"),
    ...textProblems("buyerReference", content.buyerReference, "reference"),
    ...textProblems("exemptionArticle", content.exemptionArticle, "exemptionArticle"),
    ...textProblems("note", content.note, "note"),
    ...ajustementsProblems("", content.ajustements),
    ...(shipTo
      ? [
          ...requiredProblems({ "shipTo.name": shipTo.name }),
          ...textProblems("shipTo.name", shipTo.name, "nom"),
          ...addressGaps("shipTo", shipTo),
          ...addressFaults("shipTo", shipTo),
        ]
      : []),
  ];
}

/** What the operation declared by the user asks for, and whether some ligne is concerned by it at all. */
function operationProblems(
  { content, emetteur, acheteur }: Candidate,
  treatment: FactureTreatment,
): readonly Problem[] {
  const { operation, exemptionArticle } = content;
  if (operation === "standard" || emetteur.regime === "franchise") return [];
  const isReverse = operation === "sous_traitance_btp" || operation === "autoliquidation_nationale";
  if (isReverse)
    return acheteur?.type === "particulier"
      ? [problem("operation", "OPERATION_NEEDS_PROFESSIONNEL")]
      : [];
  const rule = operation === "exoneree_261" ? "exoneree-261" : "marge-occasion";
  const isUsed = treatment.exemptions.some((exemption) => exemption.rule === rule);
  const lacksArticle = operation === "exoneree_261" && exemptionArticle.trim() === "";
  return [
    ...(isUsed || treatment.conflict ? [] : [problem("operation", "OPERATION_UNUSED")]),
    ...(lacksArticle ? [problem("exemptionArticle", "EXEMPTION_ARTICLE_REQUIRED")] : []),
  ];
}

const UNION_RULES = ["autoliquidation-ue", "intracommunautaire"];
const OWN_NUMBER_RULES = [...UNION_RULES, "export", "export-dom"];
const HOME_REVERSE_RULES = ["autoliquidation-btp", "autoliquidation-nationale"];

/** Numbers the categories call for (BR-AE-02, BR-IC-02, BR-G-02); at home a SIREN does for the client. */
function numberProblems(
  { emetteur, acheteur }: Candidate,
  { exemptions }: FactureTreatment,
): readonly Problem[] {
  const has = (rules: readonly string[]) => exemptions.some(({ rule }) => rules.includes(rule));
  const isPro = acheteur?.type === "professionnel";
  const needsBuyers = has(UNION_RULES) || (has(HOME_REVERSE_RULES) && acheteur?.siren === "");
  return [
    ...(has(OWN_NUMBER_RULES) && emetteur.tvaNumber === ""
      ? [problem("emetteur.tvaNumber", "TVA_NUMBER_REQUIRED")]
      : []),
    ...(isPro && needsBuyers && acheteur.tvaNumber === ""
      ? [problem("client.tvaNumber", "TVA_NUMBER_REQUIRED")]
      : []),
  ];
}

/** Numbers, the operation declared, and what one document cannot mix. */
const tvaProblems = (candidate: Candidate, treatment: FactureTreatment): readonly Problem[] => [
  ...operationProblems(candidate, treatment),
  ...numberProblems(candidate, treatment),
  ...(treatment.conflict === "mixed_with_o" ? [problem("lignes", "TVA_MIXED_WITH_O")] : []),
  ...(treatment.conflict === "two_reasons" ? [problem("lignes", "TVA_TWO_REASONS")] : []),
];

function totalsProblems({ totals, lignes }: Totals): readonly Problem[] {
  const amounts = [totals.lignesHt, totals.remisesHt, totals.fraisHt, totals.totalTtc];
  const isHuge = [...amounts, ...lignes.map(({ netHt }) => netHt)].some(
    (amount) => Math.abs(amount) > AMOUNT_MAX,
  );
  if (isHuge) return [problem("lignes", "AMOUNT_TOO_LARGE", { maximum: AMOUNT_MAX })];
  const isWorth = totals.totalHt > 0 && totals.totalTtc > 0;
  return isWorth ? [] : [problem("lignes", "TOTAL_NOT_POSITIVE", { totalTtc: totals.totalTtc })];
}

function computedProblems(candidate: Candidate): readonly Problem[] {
  const { content, emetteur, acheteur, today } = candidate;
  const computed = computeFacture({ content, emetteur, acheteur, on: today });
  const { treatment } = computed;
  const facts = { ...content, emetteur, on: today };
  const allowed = acheteur ? choosableRates({ ...facts, acheteur }) : null;
  return [
    ...(allowed ? ratesProblems(content.lignes, treatment.lignes, allowed) : []),
    ...tvaProblems(candidate, treatment),
    ...totalsProblems(computed),
  ];
}

/** One problem for each field and code: a fault and a gap may name the same. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [`${one.field} ${one.code}`, one])).values()];
}

/**
 * Everything that would make an invalid document, each attached to the field that mends it: `lignes.3.rate`,
 * `client.address.zip`, `emetteur.siren`. Empty: the facture may be issued. Codes: `problemCodes`.
 *
 * Amounts are judged only once every ligne is sound.
 */
export function problemsOf(candidate: Candidate): readonly Problem[] {
  const { content, emetteur, acheteur } = candidate;
  const sheet = sheetProblems(candidate);
  const lignes = lignesProblems(content.lignes);
  const isComputable = [...sheet, ...lignes].every(({ code }) => !UNCOMPUTABLE.has(code));
  return distinct([
    ...(acheteur ? [...acheteurGaps(acheteur), ...acheteurFaults(acheteur)] : [NO_CLIENT]),
    ...sheet,
    ...lignes,
    ...(isComputable ? computedProblems(candidate) : []),
    ...emetteurGaps(emetteur),
    ...emetteurFaults(emetteur),
  ]);
}

const NO_CLIENT = problem("client", "REQUIRED");

/** Figures the engine must not be given, and sheets too long or too empty to judge. */
const UNCOMPUTABLE: ReadonlySet<string> = new Set([
  "AJUSTEMENT_INVALID",
  "LIGNES_EMPTY",
  "LIGNES_TOO_MANY",
  "QUANTITY_INVALID",
  "UNIT_PRICE_INVALID",
]);
