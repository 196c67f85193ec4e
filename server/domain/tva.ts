import type { CalendarDay } from "./calendar-day.ts";
import type { Acheteur, Emetteur, Territoire } from "./emetteur.ts";
import { type ExemptionRule, exemptionOf, type RuledExemption } from "./exemption-rules.ts";
import type { Address, Nature, Operation, TvaCategory } from "./facture.ts";
import type { BasisPoints } from "./money.ts";
import { placeOf, type Zone, zoneOf } from "./place.ts";
import { tvaRates } from "./tva-rates.ts";

/** Facts that decide the TVA of a ligne. */
export type TvaFacts = {
  readonly emetteur: Pick<Emetteur, "regime" | "territoire">;
  readonly acheteur: Pick<Acheteur, "type" | "tvaNumber" | "address">;
  /** Where goods go when it is not to the buyer's address. */
  readonly shipTo: Address | null;
  readonly operation: Operation;
  readonly exemptionArticle: string;
  /** Day of the document: wordings and rates are dated. */
  readonly on: CalendarDay;
};

export type LigneFacts = TvaFacts & { readonly nature: Nature; readonly rate: BasisPoints };

export type Treatment = {
  readonly category: TvaCategory;
  /** 0 unless the category is S. */
  readonly rate: BasisPoints;
  readonly exemption: RuledExemption | null;
};

/** Operations the user declares for some lignes only: those at 0 %. The others bear TVA as usual. */
const BY_ZERO_RATE: Partial<Record<Operation, ExemptionRule>> = {
  exoneree_261: "exoneree-261",
  marge_occasion: "marge-occasion",
};

const REVERSE_CHARGES: Partial<Record<Operation, ExemptionRule>> = {
  sous_traitance_btp: "autoliquidation-btp",
  autoliquidation_nationale: "autoliquidation-nationale",
};

/** Rates of tax in force on a territory, highest first, in basis points. Empty where TVA does not apply. */
export function ratesOf(territoire: Territoire, on: CalendarDay): readonly BasisPoints[] {
  return tvaRates[territoire]
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
    .map(({ rate }) => rate)
    .sort((a, b) => b - a);
}

/**
 * The rates a ligne may carry, the usual one first: those of the société's territory, those of the client's (a service
 * to a company of Réunion is taxed there), and 0 when the operation exempts some lignes. Only 0 under the franchise
 * and where TVA does not apply.
 */
export function choosableRates(facts: Omit<TvaFacts, "shipTo">): readonly BasisPoints[] {
  const { emetteur, acheteur, operation, on } = facts;
  const own = ratesOf(emetteur.territoire, on);
  if (emetteur.regime === "franchise" || own.length === 0) return [0];
  const { territoire } = placeOf(acheteur.address);
  const elsewhere = territoire === null ? [] : ratesOf(territoire, on);
  const zero = operation in BY_ZERO_RATE ? [0] : [];
  return [...new Set([...own, ...elsewhere, ...zero])];
}

/** Northern Ireland follows the Union for goods; its numbers begin with XI. */
const goodsZone = ({ acheteur, shipTo }: TvaFacts): Zone =>
  shipTo === null && acheteur.tvaNumber.startsWith("XI")
    ? "union"
    : placeOf(shipTo ?? acheteur.address).zone;

/** A number of the Union that is not French: what makes a sale intracommunautaire. */
const hasUnionNumber = ({ acheteur }: TvaFacts): boolean =>
  acheteur.type === "professionnel" &&
  acheteur.tvaNumber !== "" &&
  !acheteur.tvaNumber.startsWith("FR");

function goodsRule(facts: TvaFacts): ExemptionRule | null {
  const from = zoneOf(facts.emetteur.territoire);
  const to = goodsZone(facts);
  if (to === from) return null;
  if (to === "tiers" || to === "com") return "export";
  if (to !== "union") return "export-dom";
  if (from !== "metropole") return "export";
  return hasUnionNumber(facts) ? "intracommunautaire" : null;
}

/** CGI 259-1°: a service to a professional is taxed where the client is; 259-2°: to a consumer, where the seller is. */
function serviceRule({ acheteur }: TvaFacts): ExemptionRule | null {
  if (acheteur.type === "particulier") return null;
  const { zone } = placeOf(acheteur.address);
  if (zone === "union") return "autoliquidation-ue";
  if (zone === "tiers" || zone === "com") return "hors-champ-259";
  return zone === "guyane_mayotte" ? "non-applicable-294" : null;
}

/**
 * Franchise (CGI 293 B) covers every sale of goods, even abroad (262 ter I leaves it out), but not services that are
 * taxed at a foreign client's.
 */
function franchiseRule(facts: LigneFacts): ExemptionRule {
  const abroad = facts.nature === "service" ? serviceRule(facts) : null;
  return abroad === null || abroad === "non-applicable-294" ? "franchise-293b" : abroad;
}

function standardRule(facts: LigneFacts): ExemptionRule | null {
  const placed = facts.nature === "bien" ? goodsRule(facts) : serviceRule(facts);
  if (zoneOf(facts.emetteur.territoire) !== "guyane_mayotte") return placed;
  return placed === "autoliquidation-ue" || placed === "hors-champ-259"
    ? placed
    : "non-applicable-294";
}

function ruleOf(facts: LigneFacts): ExemptionRule | null {
  if (facts.emetteur.regime === "franchise") return franchiseRule(facts);
  const declared = REVERSE_CHARGES[facts.operation];
  if (declared) return declared;
  const exempting = BY_ZERO_RATE[facts.operation];
  return exempting && facts.rate === 0 ? exempting : standardRule(facts);
}

/**
 * Category, rate and exemption of a ligne, from facts alone (CGI 256 to 298). The rate asked for is kept only where
 * tax is due; `problemsOf` says whether it is one of the territory.
 */
export function treatLigne(facts: LigneFacts): Treatment {
  const rule = ruleOf(facts);
  if (rule === null) return { category: "S", rate: facts.rate, exemption: null };
  const exemption = exemptionOf(rule, facts.on, facts.exemptionArticle);
  return { category: exemption.category, rate: 0, exemption };
}
