import { fieldLimits } from "#server/domain/field-limits";
import type { EditorAction } from "./editor-reducer";
import { useFieldProblems, useSheet } from "./editor-view";

type TermsField = "deliveredOn" | "purchaseOrder" | "buyerReference" | "exemptionArticle";

type Props = {
  readonly field: TermsField;
  readonly label: string;
  readonly hint?: string;
  readonly maxLength?: number;
};

function typed(field: TermsField, text: string, today: string): EditorAction {
  if (field === "deliveredOn") return { type: "deliveredOn", text, today };
  return { type: "header", field, text };
}

/** One of the fields beside the sheet, written as people write it. */
export function TermsInput({ field, label, hint, maxLength = fieldLimits.reference }: Props) {
  const { facture, dispatch, facts } = useSheet();
  const value = facture[field];
  const isText = typeof value === "string";
  const isFaulty = useFieldProblems(field).length > 0 || (!isText && !value.isRead);
  return (
    <label className="groupe">
      <span className="etiquette">{label}</span>
      <input
        className={isText ? "champ" : "champ num"}
        data-field={field}
        autoComplete="off"
        placeholder={hint}
        maxLength={maxLength}
        value={isText ? value : value.typed}
        aria-invalid={isFaulty}
        onChange={({ target }) => dispatch(typed(field, target.value, facts.today))}
        onBlur={() => dispatch({ type: "settleHeader" })}
      />
    </label>
  );
}
