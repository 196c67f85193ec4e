import { useNavigate, useSearchParams } from "@remix-run/react";
import { useAbonnement } from "./abonnement-view";
import { CancelModal } from "./cancel-modal";
import { ChangeModal } from "./change-modal";

/** The act asked for by the address (`?acte=changer`): a link opens it, with or without JavaScript. */
export function ActModal() {
  const { subscription, canSubscribe, rythme } = useAbonnement();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  if (!subscription || canSubscribe) return null;
  const close = () => navigate(`?rythme=${rythme}`, { replace: true, preventScrollReset: true });
  const acte = search.get("acte");
  const planCode = search.get("plan");
  if (acte === "resilier" && !subscription.cancelAt) return <CancelModal onClose={close} />;
  if (acte === "changer" && planCode) return <ChangeModal planCode={planCode} onClose={close} />;
  return null;
}
