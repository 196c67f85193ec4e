import { useTranslation } from "react-i18next";
import { DoneFlash } from "../done-flash";

const outcomes = ["creee", "enregistree", "retiree", "poussee", "attend"] as const;

/** What has just been done to the offers. */
export function OffreDone() {
  const { t } = useTranslation("vente");
  const sentences = outcomes.map((word) => [word, t(`fait.${word}`)] as const);
  return <DoneFlash sentences={Object.fromEntries(sentences)} />;
}
