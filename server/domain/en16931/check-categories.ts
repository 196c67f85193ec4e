import type { TvaCategory } from "../facture.ts";
import type { Snapshot } from "../snapshot.ts";
import { type Broken, unless } from "./broken.ts";

/** BR-FR-16, in basis points. */
const FRENCH_RATES = new Set([
  0, 90, 105, 175, 210, 550, 700, 850, 920, 960, 1000, 1300, 1960, 2000, 2060,
]);
const PREFIX: Readonly<Record<TvaCategory, string>> = {
  S: "BR-S",
  E: "BR-E",
  AE: "BR-AE",
  K: "BR-IC",
  G: "BR-G",
  O: "BR-O",
};

/** Which party numbers a category asks for (rules 02 to 04 of each family). */
function brokenNumbers(category: TvaCategory, snapshot: Snapshot): readonly Broken[] {
  const { emetteur, acheteur } = snapshot;
  const field = "emetteur.tvaNumber";
  const buyerHas = acheteur.tvaNumber !== "" || (category === "AE" && acheteur.siren !== "");
  if (category === "K" || category === "G") {
    const own = unless(emetteur.tvaNumber !== "", `${PREFIX[category]}-02`, field);
    if (category === "G") return own;
    return [...own, ...unless(buyerHas, "BR-IC-02", "client.tvaNumber")];
  }
  if (category === "AE") return unless(buyerHas, "BR-AE-02", "client.tvaNumber");
  const isCollecting = category === "S";
  return unless(!isCollecting || emetteur.tvaNumber !== "", "BR-S-02", field);
}

function brokenReason(category: TvaCategory, snapshot: Snapshot): readonly Broken[] {
  const reasons = snapshot.exemptions.filter((one) => one.category === category);
  if (category === "S") return [];
  const isTold = reasons.length === 1 && reasons.every(({ reason }) => reason.trim() !== "");
  return unless(isTold, `${PREFIX[category]}-10`, "lignes");
}

function brokenRates({ totals, lignes }: Snapshot): readonly Broken[] {
  const taxed = [...totals.tva, ...lignes.filter(({ kind }) => kind === "ligne")];
  return [
    ...unless(
      taxed.every(({ category, rate }) => (category === "S" ? rate > 0 : rate === 0)),
      "BR-S-05",
      "lignes",
    ),
    ...unless(
      taxed.every(({ rate }) => FRENCH_RATES.has(rate)),
      "BR-FR-16",
      "lignes",
    ),
  ];
}

/** Two groups of one category without tax, or O beside anything else. */
function brokenMixture({ totals }: Snapshot): readonly Broken[] {
  const categories = totals.tva.map(({ category }) => category);
  const untaxed = categories.filter((category) => category !== "S");
  return [
    ...unless(!categories.includes("O") || categories.length === 1, "BR-O-11", "lignes"),
    ...unless(new Set(untaxed).size === untaxed.length, "BR-E-01", "lignes"),
  ];
}

/** BT-8 once tax is due, and only then. */
function brokenDueCode({ totals, tvaDueCode }: Snapshot): readonly Broken[] {
  const hasTax = totals.tva.some(({ category }) => category === "S");
  return unless(hasTax === (tvaDueCode !== null), "BT-8", "emetteur.exigibilite");
}

/** Families BR-S, BR-E, BR-AE, BR-IC, BR-G and BR-O, and the French rates (BR-FR-16). */
export function brokenCategories(snapshot: Snapshot): readonly Broken[] {
  const categories = [...new Set(snapshot.totals.tva.map(({ category }) => category))];
  return [
    ...categories.flatMap((category) => brokenNumbers(category, snapshot)),
    ...categories.flatMap((category) => brokenReason(category, snapshot)),
    ...brokenRates(snapshot),
    ...brokenMixture(snapshot),
    ...brokenDueCode(snapshot),
  ];
}
