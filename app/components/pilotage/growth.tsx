import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { growthOf } from "./month-words";

type Props = {
  readonly now: number;
  readonly before: number;
  readonly year: string;
  /** « sur la même date de 2025 » rather than « sur 2025 ». */
  readonly sameDay?: boolean;
};

/** How much more than the year before, in words and with a sign: never by colour alone. */
export function Growth({ now, before, year, sameDay = true }: Props) {
  const { t } = useTranslation("pilotage");
  const growth = growthOf(now, before);
  if (!growth) return <span>{t("croissance.rien", { annee: year })}</span>;
  const Icon = growth.isUp ? TrendingUp : TrendingDown;
  return (
    <>
      <span className={growth.isUp ? "hausse" : "baisse"}>
        <Icon className="ic" aria-hidden /> {growth.text}
      </span>{" "}
      {t(sameDay ? "croissance.memeDate" : "croissance.annee", { annee: year })}
    </>
  );
}
