import { createContext, useContext } from "react";
import {
  type CreditAsked,
  type Creditable,
  computeCredit,
  remainingQuantity,
} from "#server/domain/credit";
import { creditContent } from "#server/domain/credit-content";
import { creditProblems } from "#server/domain/credit-problems";
import type { FactureTotals } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";

export type CreditView = Creditable & {
  readonly factureId: string;
  readonly number: string;
  /** Number the avoir will bear. */
  readonly nextAvoir: string;
  readonly today: string;
  /** Left to be received on the facture; negative when money is to be given back. */
  readonly resteTtc: Cents;
  /** Of this page: issued twice from it is issued once. */
  readonly actKey: string;
  /** Everything that is left, to begin with. */
  readonly isWhole: boolean;
};

const CreditContext = createContext<CreditView | null>(null);
export const CreditProvider = CreditContext.Provider;

export function useCredit(): CreditView {
  const view = useContext(CreditContext);
  if (!view) throw new Error("CreditProvider is missing");
  return view;
}

/** Nothing, or every quantity that is left. */
export const firstAsked = (view: CreditView): CreditAsked => ({
  lignes: view.isWhole ? wholeOf(view) : [],
  montants: [],
  motif: "",
});

const wholeOf = (view: CreditView) =>
  view.content.lignes.flatMap(({ kind }, index) => {
    const quantity = kind === "ligne" ? remainingQuantity(view, index) : 0;
    return quantity > 0 ? [{ index, quantity }] : [];
  });

/** What the avoir would say; null while it cannot be issued as asked. */
export function totalsOf(view: CreditView, asked: CreditAsked): FactureTotals | null {
  const read = {
    ...asked,
    lignes: asked.lignes.filter(({ quantity }) => quantity > 0),
    montants: asked.montants.filter(({ amountHt }) => amountHt > 0),
  };
  if (creditProblems(view, read).length > 0) return null;
  const { totals } = computeCredit(view, creditContent(view, read, view.today), view.today);
  const left = view.snapshot.totals.totalTtc - view.credited.totalTtc;
  return totals.totalTtc <= left ? totals : null;
}
