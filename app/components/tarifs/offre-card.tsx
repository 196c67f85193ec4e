import { useTranslation } from "react-i18next";
import { ButtonLink } from "../button";
import type { Offre, Rythme } from "./offre";
import { useLimitWords } from "./use-limit-words";
import { useOffrePrice } from "./use-offre-price";

type Props = {
  readonly offre: Offre;
  readonly rythme: Rythme;
  readonly isFeatured: boolean;
  /** Where choosing it leads; null when this person may not choose. */
  readonly to: string | null;
};

const audiences = ["gratuit", "essentiel", "pro", "entreprise"] as const;

/** One offer of the public page. */
export function OffreCard({ offre, rythme, isFeatured, to }: Props) {
  const { t } = useTranslation("offres");
  const { amount, unit } = useOffrePrice({ offre, rythme, withMonth: true });
  const audience = audiences.find((one) => one === offre.offre);
  const isFree = offre.mois?.priceHt === 0 || offre.mois === null;
  return (
    <li className={`offre${isFeatured ? " offre--une" : ""}`}>
      <h2>{offre.nom}</h2>
      <p className="doux">{audience && t(`pour.${audience}`)}</p>
      <p className="offre-p">
        <b className="num">{amount}</b>
        <span>{unit}</span>
      </p>
      <Allowance offre={offre} />
      {to && (
        <ButtonLink wide look={isFeatured ? "principal" : undefined} to={to}>
          {isFree ? t("commencer") : t("choisir", { nom: offre.nom })}
        </ButtonLink>
      )}
    </li>
  );
}

function Allowance({ offre: { limits, features } }: Pick<Props, "offre">) {
  const { t } = useTranslation("offres");
  const { count, size } = useLimitWords();
  const { factures, utilisateurs, stockage } = limits;
  return (
    <>
      <p className="offre-f">
        <b className="num">{factures === null ? "∞" : count(factures)}</b>{" "}
        <span>
          {factures === null ? t("facturesSansLimite") : t("factures", { count: factures })}
        </span>
      </p>
      <ul>
        <li>
          {utilisateurs === null
            ? t("utilisateursSansLimite")
            : t("utilisateurs", { count: utilisateurs })}
        </li>
        <li>
          {stockage === null ? t("stockageSansLimite") : t("stockage", { taille: size(stockage) })}
        </li>
        <li>{features.includes("modeles") ? t("modelesCourt") : t("communCourt")}</li>
      </ul>
    </>
  );
}
