import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";
import { trpc } from "../../trpc";
import { Act } from "../act";
import { premiersPasForm } from "./premiers-pas-form";

/** In the settings: the way back for first steps that were put away before they were done. */
export function PremiersPasBack() {
  const { t } = useTranslation("premiersPas");
  const [{ etapes, isHidden }] = trpc.premiersPas.get.useSuspenseQuery();
  if (useSociete()?.isDemonstration) return null;
  if (!isHidden || etapes.every(({ isDone }) => isDone)) return null;
  return (
    <div className="acts acts--ligne">
      <p className="note">{t("reglages")}</p>
      <Act form={premiersPasForm} fields={{ isHidden: "non" }} label={t("montrer")} small />
    </div>
  );
}
