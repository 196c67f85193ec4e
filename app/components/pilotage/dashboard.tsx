import { trpc } from "../../trpc";
import { Ages } from "./ages";
import { KeyFigures } from "./key-figures";
import { NextEcheances } from "./next-echeances";
import { QuotaZone } from "./quota-zone";
import { Recouvrement } from "./recouvrement";
import type { TableauParams } from "./tableau-params";
import { TopClients } from "./top-clients";
import { Turnover } from "./turnover";
import { TvaDue } from "./tva-due";

type Props = { readonly params: TableauParams; readonly today: string };

/** One question a zone; each figure leads to its factures. */
export function Dashboard({ params: { mois, montants }, today }: Props) {
  const [tableau] = trpc.pilotage.tableau.useSuspenseQuery({ mois });
  return (
    <div className="tdb">
      <KeyFigures tableau={tableau} montants={montants} />
      <Turnover tableau={tableau} montants={montants} />
      <Ages ages={tableau.ages} />
      <Recouvrement recouvrement={tableau.recouvrement} />
      <TvaDue tva={tableau.tva} period={tableau.period} />
      <TopClients {...tableau} />
      <NextEcheances echeances={tableau.echeances} today={today} />
      <QuotaZone />
    </div>
  );
}
