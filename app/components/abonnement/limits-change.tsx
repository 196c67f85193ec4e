import { useTranslation } from "react-i18next";
import type { Feature, Limits } from "#server/domain/quota";
import { useLimitWords } from "../tarifs/use-limit-words";
import { useAbonnement } from "./abonnement-view";

type Props = {
  readonly to: { readonly limits: Limits; readonly features: readonly Feature[] };
};

/** What another plan allows, beside what the present one does; and what would be too much for it. */
export function LimitsChange({ to }: Props) {
  const { t } = useTranslation("abonnement");
  const { entitlement, usage } = useAbonnement();
  const { count, storage } = useLimitWords();
  const { limits, features } = entitlement;
  const rows = [
    ["factures", count(limits.factures), count(to.limits.factures)],
    ["utilisateurs", count(limits.utilisateurs), count(to.limits.utilisateurs)],
    ["stockage", storage(limits.stockage), storage(to.limits.stockage)],
  ] as const;
  const isAbove =
    exceeds(usage.utilisateurs, to.limits.utilisateurs) ||
    exceeds(usage.stockageOctets / 1_000_000, to.limits.stockage);
  const losesTemplates = features.includes("modeles") && !to.features.includes("modeles");
  return (
    <>
      <dl className="definition num">
        {rows.map(([name, avant, apres]) => (
          <div key={name} className="definition__rang">
            <dt>{t(`modale.${name}`)}</dt>
            <dd>{avant === apres ? apres : t("modale.de", { avant, apres })}</dd>
          </div>
        ))}
      </dl>
      {isAbove && <p className="fort">{t("modale.depasse")}</p>}
      {losesTemplates && <p>{t("modale.modeles")}</p>}
    </>
  );
}

const exceeds = (used: number, limit: number | null): boolean => limit !== null && used > limit;
