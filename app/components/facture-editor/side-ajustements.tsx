import { useTranslation } from "react-i18next";
import { AjustementRows } from "./ajustement-rows";
import { ajustementPaths } from "./edited-ajustement";
import { useSheet } from "./editor-view";

/** As many as the procedures take, on the document and on each ligne. */
export const ajustementsMax = 20;

/** Discounts and charges on the whole document: none shown until one is wanted. */
export function SideAjustements() {
  const { t } = useTranslation("factures");
  const { ajustements } = useSheet().facture;
  return (
    <fieldset className="ajustements">
      <legend className={ajustements.length > 0 ? "etiquette" : "vh"}>
        {t("ajustements.titre")}
      </legend>
      <AjustementRows
        rows={ajustements}
        paths={ajustementPaths(ajustements)}
        room={ajustementsMax - ajustements.length}
      />
    </fieldset>
  );
}
