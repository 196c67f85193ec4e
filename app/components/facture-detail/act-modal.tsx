import { useNavigate, useSearchParams } from "@remix-run/react";
import { CancelModal } from "./cancel-modal";
import { useDetail } from "./detail-view";
import { ReglementModal } from "./reglement-modal";
import { ReversalModal } from "./reversal-modal";

/** The act asked for by the address (`?acte=reglement`): a link opens it, with or without JavaScript. */
export function ActModal() {
  const view = useDetail();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { facture, settlement, can, reglements } = view;
  if (settlement === null) return null;
  const close = () =>
    navigate(`/factures/${facture.id}`, { replace: true, preventScrollReset: true });
  const acte = search.get("acte");
  if (acte === "avoir" && can.issue && settlement.avoirsTtc === 0)
    return <CancelModal onClose={close} />;
  if (!can.record) return null;
  if (acte === "reglement" && settlement.reste !== 0) return <ReglementModal onClose={close} />;
  const reglement = reglements.find(({ id }) => id === search.get("reglement"));
  const isReversed = reglements.some(({ reversesId }) => reversesId === reglement?.id);
  if (acte === "contrepasser" && reglement && !isReversed)
    return <ReversalModal reglement={reglement} onClose={close} />;
  return null;
}
