import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSentences } from "../sentences";
import { useCan } from "../session";
import type { Failure } from "../trpc";

const page = "/reglages/abonnement";

/** Refusals the subscription or the settings can lift, and where. */
const ways = {
  BUYER_INCOMPLETE: { to: "/reglages/societe", label: "lien.identite" },
  FEATURE_NOT_IN_PLAN: { to: `${page}#offres`, label: "lien.offres" },
  QUOTA_REACHED: { to: `${page}#offres`, label: "lien.offres" },
  SEATS_REACHED: { to: `${page}#offres`, label: "lien.offres" },
  STORAGE_REACHED: { to: `${page}#offres`, label: "lien.offres" },
  SUBSCRIPTION_IN_DEBT: { to: page, label: "lien.payer" },
  SUBSCRIPTION_READ_ONLY: { to: page, label: "lien.payer" },
} as const;

const wayOf = (refusal: string | null) =>
  refusal !== null && Object.hasOwn(ways, refusal) ? ways[refusal as keyof typeof ways] : null;

/** Why it was refused; when the subscription can change that, the way there, or whom to ask. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation("abonnement");
  const { ofFailure } = useSentences();
  const mayPay = useCan("abonnement.manage");
  const way = wayOf(failure.refusal);
  return (
    <span>
      {ofFailure(failure)}
      {way && " "}
      {way && mayPay && (
        <Link className="lien" to={way.to}>
          {t(way.label)}
        </Link>
      )}
      {way && !mayPay && t("bandeau.demander")}
    </span>
  );
}
