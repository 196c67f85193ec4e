import { formatEuros, formatRate } from "#server/domain/amount";
import type { TvaGroup } from "#server/domain/facture";
import type { Langue } from "#server/domain/langue";
import type { Snapshot, SnapshotAjustement } from "#server/domain/snapshot";
import type { TotalView, VatView } from "./document-view.ts";
import { adjustmentName } from "./view-lignes.ts";
import { exemptionsOf } from "./view-mentions.ts";
import { langueOf, wordsOf } from "./view-words.ts";

type Group = Pick<TvaGroup, "category" | "rate">;

const groupName = ({ category, rate }: Group, snapshot: Snapshot) =>
  category === "S" ? formatRate(rate, langueOf(snapshot)) : wordsOf(snapshot).untaxed[category];

/** « TVA 20 % », « TVA (autoliquidation) » */
const taxName = (group: Group, snapshot: Snapshot) => {
  const name = groupName(group, snapshot);
  const { tax } = wordsOf(snapshot).totals;
  return group.category === "S"
    ? `${tax} ${name}`
    : `${tax} (${name.charAt(0).toLowerCase()}${name.slice(1)})`;
};

/** A société in franchise en base charges no TVA: its documents show none, not even as zero (CGI 293 B, 283-3). */
const isFranchise = ({ emetteur, totals }: Snapshot) =>
  emetteur.regime === "franchise" && totals.totalTva === 0;

/** The column of rates says nothing where no ligne bears TVA: the mention says why. */
export const hasRates = ({ totals }: Snapshot): boolean =>
  totals.tva.some(({ category }) => category === "S");

const rowsIn =
  (langue: Langue) =>
  (label: string, cents: number, strong = false): TotalView => ({
    label,
    amount: formatEuros(cents, langue),
    strong,
  });

function ajustementRows(snapshot: Snapshot): TotalView[] {
  const { ajustements, totals } = snapshot;
  const total = rowsIn(langueOf(snapshot));
  const nameOf = (it: SnapshotAjustement) => adjustmentName(it, snapshot);
  if (ajustements.length === 0) return [];
  const isMixed = totals.tva.length > 1;
  return [
    total(wordsOf(snapshot).totals.lignes, totals.lignesHt),
    ...ajustements.map((it) =>
      total(
        isMixed ? `${nameOf(it)}, ${taxName(it, snapshot)}` : nameOf(it),
        it.sens === "remise" ? -it.amountHt : it.amountHt,
      ),
    ),
  ];
}

/** What comes off the total when it is paid already (BT-113). */
const paidRows = (snapshot: Snapshot): TotalView[] =>
  snapshot.acquittement
    ? [rowsIn(langueOf(snapshot))(wordsOf(snapshot).totals.paid, -snapshot.totals.totalTtc)]
    : [];

/** In order: lines, discounts and charges of the document, HT, TVA, TTC, what is paid already. */
export function totalsOf(snapshot: Snapshot): TotalView[] {
  const { totals } = snapshot;
  const { totals: words } = wordsOf(snapshot);
  const total = rowsIn(langueOf(snapshot));
  const before = [...ajustementRows(snapshot), total(words.ht, totals.totalHt, true)];
  const paid = paidRows(snapshot);
  if (isFranchise(snapshot)) return [...before, ...paid];
  const [only, ...others] = totals.tva;
  const label = only && others.length === 0 ? taxName(only, snapshot) : words.tva;
  const taxed = [total(label, totals.totalTva), total(words.ttc, totals.totalTtc, true)];
  return [...before, ...taxed, ...paid];
}

/** The breakdown is printed when there is something to break down: two rates or more. */
export function vatOf(snapshot: Snapshot): VatView {
  const { totals: words } = wordsOf(snapshot);
  const langue = langueOf(snapshot);
  const groups = snapshot.totals.tva.length > 1 ? snapshot.totals.tva : [];
  return {
    heading: words.tax,
    columns: words.columns,
    rows: groups.map((group) => ({
      rate: groupName(group, snapshot),
      base: formatEuros(group.baseHt, langue),
      tax: formatEuros(group.tva, langue),
    })),
    mentions: exemptionsOf(snapshot),
  };
}
