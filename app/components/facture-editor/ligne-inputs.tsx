import { useTranslation } from "react-i18next";
import { unitCodes } from "#server/domain/units";
import { formatRate, formatUnit, unitWords } from "../../formats";
import type { EditedLigne } from "./edited-facture";
import { cellField } from "./editor-state";
import { useFieldProblems, useSheet } from "./editor-view";

type Props = { readonly ligne: EditedLigne; readonly index: number };

const classes = { quantity: "ligne__qte", unitPriceHt: "ligne__pu" } as const;

/** A figure typed as French people do; what cannot be read is marked and kept. */
export function NumberCell({
  ligne,
  index,
  cell,
}: Props & { readonly cell: "quantity" | "unitPriceHt" }) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  const field = cellField(index, cell);
  const isFaulty = useFieldProblems(field).length > 0;
  const { key } = ligne;
  return (
    <label className={classes[cell]}>
      <span className="vh">{t(`lignes.long.${cell}`)}</span>
      <input
        className="num"
        data-field={field}
        inputMode="decimal"
        autoComplete="off"
        placeholder={cell === "unitPriceHt" ? "0,00" : "0"}
        maxLength={40}
        value={ligne[cell].typed}
        aria-invalid={isFaulty || !ligne[cell].isRead}
        onChange={({ target }) => dispatch({ type: "cell", key, cell, text: target.value })}
        onBlur={() => dispatch({ type: "settleCell", key, cell })}
      />
    </label>
  );
}

/** A native list: one letter chooses, on a phone the system's own wheel. */
export function UnitCell({ ligne, index }: Props) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  const { key, unit } = ligne;
  const isKnown = unitCodes.some((code) => code === unit);
  return (
    <label className="ligne__unite">
      <span className="vh">{t("lignes.long.unit")}</span>
      <span className="ligne__valeur" aria-hidden>
        {formatUnit(unit)}
      </span>
      <select
        data-field={cellField(index, "unit")}
        value={unit}
        onChange={({ target }) => dispatch({ type: "cell", key, cell: "unit", text: target.value })}
      >
        {!isKnown && <option value={unit}>{unit}</option>}
        {unitCodes.map((code) => (
          <option key={code} value={code}>
            {unitWords(code).one}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Only the rates the territory, the client and the operation allow. */
export function RateCell({ ligne, index }: Props) {
  const { t } = useTranslation("factures");
  const { dispatch, rates } = useSheet();
  const { key, rate } = ligne;
  const field = cellField(index, "rate");
  const isFaulty = useFieldProblems(field).length > 0;
  return (
    <label className="ligne__tva">
      <span className="vh">{t("lignes.long.rate")}</span>
      <span className="ligne__valeur num" aria-hidden>
        {formatRate(rate)}
      </span>
      <select
        data-field={field}
        value={rate}
        aria-invalid={isFaulty}
        onChange={({ target }) => dispatch({ type: "cell", key, cell: "rate", text: target.value })}
      >
        {!rates.includes(rate) && <option value={rate}>{formatRate(rate)}</option>}
        {rates.map((one) => (
          <option key={one} value={one}>
            {formatRate(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
