import { memo } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { rulesShownInBlocks } from "#server/domain/mentions";
import { useSheet } from "./editor-view";

/** What is printed under the totals: the note, then the sentences the law wants. */
export const SheetFoot = memo(function SheetFoot() {
  const { t } = useTranslation("factures");
  const { facture, dispatch, mentions } = useSheet();
  const printed = mentions.filter(({ rule }) => !rulesShownInBlocks.has(rule));
  return (
    <footer className="feuille__pied note">
      <label>
        <span className="vh">{t("editeur.note")}</span>
        <textarea
          className="feuille__note"
          data-field="note"
          rows={2}
          placeholder={t("editeur.noteExemple")}
          maxLength={fieldLimits.note}
          value={facture.note}
          onChange={({ target }) => dispatch({ type: "header", field: "note", text: target.value })}
        />
      </label>
      <p>{printed.map(({ text }) => (text.endsWith(".") ? text : `${text}.`)).join(" ")}</p>
    </footer>
  );
});
