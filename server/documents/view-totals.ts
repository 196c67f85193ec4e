import { formatEuros, formatRate } from "#server/domain/amount";
import type { TvaCategory, TvaGroup } from "#server/domain/facture";
import type { Snapshot } from "#server/domain/snapshot";
import type { TotalView, VatView } from "./document-view.ts";
import { adjustmentName } from "./view-lignes.ts";

const UNTAXED: Readonly<Record<Exclude<TvaCategory, "S">, string>> = {
  AE: "Autoliquidation",
  E: "Exonéré",
  G: "Exportation",
  K: "Intra-UE",
  O: "Hors champ",
};

const groupName = ({ category, rate }: Pick<TvaGroup, "category" | "rate">) =>
  category === "S" ? formatRate(rate) : UNTAXED[category];

/** « TVA 20 % », « TVA (autoliquidation) » */
const taxName = (group: Pick<TvaGroup, "category" | "rate">) => {
  const name = groupName(group);
  return group.category === "S"
    ? `TVA ${name}`
    : `TVA (${name.charAt(0).toLowerCase()}${name.slice(1)})`;
};

/** A société in franchise en base charges no TVA: its documents show none, not even as zero (CGI 293 B, 283-3). */
const isFranchise = ({ emetteur, totals }: Snapshot) =>
  emetteur.regime === "franchise" && totals.totalTva === 0;

/** The column of rates says nothing where no ligne bears TVA: the mention says why. */
export const hasRates = ({ totals }: Snapshot): boolean =>
  totals.tva.some(({ category }) => category === "S");

const total = (label: string, cents: number, strong = false): TotalView => ({
  label,
  amount: formatEuros(cents),
  strong,
});

function ajustementRows({ ajustements, totals }: Snapshot): TotalView[] {
  if (ajustements.length === 0) return [];
  const isMixed = totals.tva.length > 1;
  return [
    total("Total des lignes", totals.lignesHt),
    ...ajustements.map((it) =>
      total(
        isMixed ? `${adjustmentName(it)}, ${taxName(it)}` : adjustmentName(it),
        it.sens === "remise" ? -it.amountHt : it.amountHt,
      ),
    ),
  ];
}

/** What comes off the total when it is paid already (BT-113). */
const paidRows = ({ totals, acquittement }: Snapshot): TotalView[] =>
  acquittement ? [total("Déjà réglé", -totals.totalTtc)] : [];

/** In order: lines, discounts and charges of the document, HT, TVA, TTC, what is paid already. */
export function totalsOf(snapshot: Snapshot): TotalView[] {
  const { totals } = snapshot;
  const before = [...ajustementRows(snapshot), total("Total HT", totals.totalHt, true)];
  const paid = paidRows(snapshot);
  if (isFranchise(snapshot)) return [...before, ...paid];
  const [only, ...others] = totals.tva;
  const label = only && others.length === 0 ? taxName(only) : "Total TVA";
  const taxed = [total(label, totals.totalTva), total("Total TTC", totals.totalTtc, true)];
  return [...before, ...taxed, ...paid];
}

/** The breakdown is printed when there is something to break down: two rates or more. */
export function vatOf(snapshot: Snapshot): VatView {
  const groups = snapshot.totals.tva.length > 1 ? snapshot.totals.tva : [];
  return {
    heading: "TVA",
    columns: ["Taux", "Base HT", "Montant"],
    rows: groups.map((group) => ({
      rate: groupName(group),
      base: formatEuros(group.baseHt),
      tax: formatEuros(group.tva),
    })),
    mentions: [...new Set(snapshot.exemptions.map(({ reason }) => reason))],
  };
}
