import { Lock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, patternFault } from "#server/domain/numbering";
import type { RouterOutputs } from "../../trpc";
import { ChoiceField } from "../choice-field";
import { FormSection } from "../form-section";
import { TextField } from "../text-field";
import { LastNumber } from "./last-number";
import { seriesForm } from "./series-forms";
import { SettingsForm } from "./settings-form";

export type Serie = RouterOutputs["societe"]["get"]["series"][number];
type Props = { readonly series: readonly Serie[]; readonly year: number };

export function NumerotationSection({ series, year }: Props) {
  const { t } = useTranslation("reglages");
  return (
    <FormSection
      id="numerotation"
      law="numerotation"
      title={t("numerotation.titre")}
      note={t("numerotation.note")}
    >
      {series.map((serie) => (
        <SerieSettings key={serie.code} serie={serie} year={year} />
      ))}
      <LastNumber series={series} year={year} />
    </FormSection>
  );
}

function SerieSettings({ serie, year }: { serie: Serie; year: number }) {
  const { t } = useTranslation("reglages");
  const title = t(`numerotation.${serie.code}`);
  return (
    <div className="serie">
      <h3>{title}</h3>
      {serie.isLocked ? (
        <>
          <Numbers numbers={serie.next} />
          <p className="note">
            <Lock className="ic ic--14" aria-hidden /> {t("numerotation.verrouillee")}
          </p>
        </>
      ) : (
        <OpenSerie serie={serie} year={year} title={title} />
      )}
    </div>
  );
}

function OpenSerie({ serie, year, title }: { serie: Serie; year: number; title: string }) {
  const { t } = useTranslation("reglages");
  const [pattern, setPattern] = useState(serie.pattern);
  const numbers = patternFault(pattern)
    ? []
    : [1, 2, 3].map((step) => formatNumber(pattern, year, serie.dernier + step));
  const follow = ({ currentTarget }: FormEvent<HTMLInputElement>) =>
    setPattern(currentTarget.value.trim());
  return (
    <SettingsForm
      form={seriesForm}
      about={serie.code}
      labels={{ pattern: t("numerotation.pattern") }}
      submit={t("enregistrer")}
    >
      <input type="hidden" name="code" value={serie.code} />
      <TextField
        key={serie.pattern}
        name="pattern"
        label={t("numerotation.formatDe", { serie: title })}
        help={t("numerotation.patternAide")}
        figures
        defaultValue={serie.pattern}
        onInput={follow}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
      />
      <ChoiceField
        name="reset"
        legend={t("numerotation.reset")}
        defaultValue={serie.reset}
        options={[
          { value: "yearly", label: t("numerotation.yearly") },
          { value: "never", label: t("numerotation.never") },
        ]}
      />
      <Numbers numbers={numbers} />
    </SettingsForm>
  );
}

function Numbers({ numbers }: { numbers: readonly string[] }) {
  const { t } = useTranslation("reglages");
  return (
    <p className="numeros" aria-live="polite">
      <span className="doux">{t("numerotation.prochains")}</span>
      {numbers.length === 0 ? (
        <span className="doux">—</span>
      ) : (
        numbers.map((number) => (
          <b key={number} className="num">
            {number}
          </b>
        ))
      )}
    </p>
  );
}
