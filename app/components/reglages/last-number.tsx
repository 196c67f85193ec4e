import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, inferPattern } from "#server/domain/numbering";
import { SelectField } from "../select-field";
import { TextField } from "../text-field";
import type { Serie } from "./numerotation-section";
import { lastNumberForm } from "./series-forms";
import { SettingsForm } from "./settings-form";

type Props = { readonly series: readonly Serie[]; readonly year: number };

/** Take over from another tool: what we read in its last number is shown before it is accepted. */
export function LastNumber({ series, year }: Props) {
  const { t } = useTranslation("reglages");
  const [example, setExample] = useState("");
  const open = series.filter(({ isLocked }) => !isLocked);
  if (open.length === 0) return null;
  const inferred = example ? inferPattern(example, year) : null;
  const reading = inferred
    ? t("numerotation.lu", {
        pattern: inferred.pattern,
        next: formatNumber(inferred.pattern, year, inferred.rang + 1),
      })
    : example && t("numerotation.illisible");
  return (
    <div className="serie">
      <h3>{t("numerotation.reprise")}</h3>
      <p className="note">{t("numerotation.repriseTexte")}</p>
      <SettingsForm
        form={lastNumberForm}
        labels={{ example: t("numerotation.example") }}
        submit={t("numerotation.declarer")}
        done={t("numerotation.declare")}
      >
        <div className="form-deux">
          <SelectField
            name="code"
            label={t("numerotation.titre")}
            options={open.map(({ code }) => ({ value: code, label: t(`numerotation.${code}`) }))}
          />
          <TextField
            name="example"
            label={t("numerotation.example")}
            figures
            placeholder={t("numerotation.exampleInvite")}
            help={<span aria-live="polite">{reading}</span>}
            onInput={({ currentTarget }) => setExample(currentTarget.value.trim())}
            maxLength={35}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </SettingsForm>
    </div>
  );
}
