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
  return (problem) => {
    const [root = "", index = ""] = problem.field.split(".");
    const champ = nameOf(problem.field);
    const isRow = root === "lignes" && index !== "";
    const lieu = isRow
      ? t("controle.ligne", { rang: Number(index) + 1, champ })
      : root === "emetteur"
        ? t("controle.emetteur", { champ })
        : root === "client" && index !== ""
          ? t("controle.client", { champ })
          : champ.charAt(0).toUpperCase() + champ.slice(1);
    return t("controle.phrase", { lieu, phrase: ofProblem(problem) });
  };
}
