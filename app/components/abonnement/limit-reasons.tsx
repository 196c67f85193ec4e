import { useTranslation } from "react-i18next";
import type { Limite } from "#server/domain/quota";
import { shortDayOf } from "../../days";
import { useLimitWords } from "../tarifs/use-limit-words";
import { useAbonnement } from "./abonnement-view";

/** « Limite de 20 : 15 avec Essentiel + 5 offertes jusqu’au 31 mars », when something was granted beside the plan. */
export function LimitReasons({ limite }: { readonly limite: Limite }) {
  const { t } = useTranslation("abonnement");
  const { entitlement } = useAbonnement();
  const { count, storage } = useLimitWords();
  const { plan, limits, derogations } = entitlement;
  const granted = derogations.filter((one) => one.limite === limite);
  if (granted.length === 0) return null;
  const say = limite === "stockage" ? storage : count;
  const own = { base: say(plan.limits[limite]), nom: plan.nom };
  const base =
    limits[limite] === null
      ? t("usage.limiteLevee", own)
      : t("usage.limite", { ...own, total: say(limits[limite]) });
  const parts = granted.map(({ ajout, until, reason }) => {
    const what =
      ajout === null
        ? t("usage.ajoutSansLimite")
        : limite === "stockage"
          ? storage(ajout)
          : t("usage.ajout", { count: ajout });
    const end = until === null ? "" : t("usage.jusque", { jour: shortDayOf(until - 1) });
    return ` + ${what}${end} (${reason})`;
  });
  return <p className="note">{`${base}${parts.join("")}.`}</p>;
}
