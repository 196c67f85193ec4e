import { useTranslation } from "react-i18next";
import type { Problem } from "#server/domain/refusal";
import { useSentences } from "../../sentences";

/** One line for a problem told away from its field: where (« Ligne 3, quantité »), then what to do. */
export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation("factures");
  const { ofProblem } = useSentences();
  const nameOf = (field: string): string => {
    const parts = field.split(".").filter((part) => !/^\d+$/.test(part) && part !== "ajustements");
    const last = parts.at(-1) ?? "";
    const key = parts[0] === "echeance" ? "echeance" : last;
    return i18n.exists(`factures:controle.noms.${key}`)
      ? t(`controle.noms.${key}` as never)
      : t("controle.noms.document");
  };
  const placeOf = (field: string): string => {
    const [root = "", index = ""] = field.split(".");
    const champ = nameOf(field);
    if (root === "lignes") return t("controle.ligne", { rang: Number(index) + 1, champ });
    if (root === "emetteur") return t("controle.emetteur", { champ });
    if (root === "shipTo") return t("controle.livraison", { champ });
    if (root === "client") return t("controle.client", { champ });
    return champ.charAt(0).toUpperCase() + champ.slice(1);
  };
  return (problem) => {
    if (problem.field === "client") return t("controle.sansClient");
    if (problem.field === "lignes") return ofProblem(problem);
    return t("controle.phrase", { lieu: placeOf(problem.field), phrase: ofProblem(problem) });
  };
}
