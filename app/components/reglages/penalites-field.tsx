import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseRate } from "#server/domain/amount";
import { todayInParis } from "#server/domain/calendar";
import { penalitesFloor } from "#server/domain/penalites";
import { formatDay, formatRate } from "../../formats";
import { Field } from "../field";
import { LegalHelp } from "../loi/legal-help";

type Props = { readonly label: string; readonly rate: number };

/** The rate of late-payment penalties; under the legal floor it is saved, and told. */
export function PenalitesField({ label, rate }: Props) {
  const { t } = useTranslation("reglages");
  const [typed, setTyped] = useState<string | null>(null);
  const { floor, legal } = penalitesFloor(todayInParis(Date.now()));
  const read = typed === null ? rate : parseRate(typed);
  return (
    <Field
      name="penalitesRate"
      label={label}
      beside={<LegalHelp point="penalites" />}
      help={
        <>
          {t("paiement.penalitesAide")}
          <span className="attention" role="status">
            {read !== null && read < floor && (
              <>
                <TriangleAlert className="ic" aria-hidden />
                {t("paiement.penalitesBasses", {
                  minimum: formatRate(floor),
                  legal: formatRate(legal.rate),
                  jour: formatDay(legal.until),
                })}
              </>
            )}
          </span>
        </>
      }
    >
      {(control, echoed) => (
        <input
          {...control}
          className="champ num"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={echoed ?? formatRate(rate)}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
    </Field>
  );
}
