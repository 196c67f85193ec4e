import { fieldLimits } from "#server/domain/field-limits";
import { useSheet } from "./editor-view";

type Props = {
  readonly field: "subject" | "purchaseOrder" | "buyerReference";
  readonly label: string;
  readonly hint?: string;
};

const limits = {
  subject: fieldLimits.subject,
  purchaseOrder: fieldLimits.reference,
  buyerReference: fieldLimits.reference,
};

/** A line of the sheet's head, written in place. */
export function HeaderInput({ field, label, hint }: Props) {
  const { facture, dispatch } = useSheet();
  return (
    <div>
      <label className="doux" htmlFor={`entete-${field}`}>
        {label}
      </label>
      <input
        id={`entete-${field}`}
        className="feuille__champ"
        data-field={field}
        value={facture[field]}
        placeholder={hint}
        maxLength={limits[field]}
        autoComplete="off"
        onChange={({ target }) => dispatch({ type: "header", field, text: target.value })}
      />
    </div>
  );
}
