import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { fieldLimits } from "#server/domain/field-limits";
import type { Problem } from "#server/domain/refusal";
import { reglementMethods } from "#server/domain/reglement";
import { FormReader } from "../../form-reader";
import { formatDay } from "../../formats";
import { langue } from "../../i18n/spoken";
import { WriteStateContext } from "../../write";
import { Button } from "../button";
import { SelectField } from "../select-field";
import { TextField } from "../text-field";
import type { Payment } from "./bulk-reglements";

type Props = {
  /** What the button does, in figures. */
  readonly label: string;
  readonly onSubmit: (payment: Payment) => void;
  readonly onClose: () => void;
};

const formId = "reglements-recordMany";

/** When and how the money came: the same for every facture. A day that cannot be is told at its field, before anything is sent. */
export function PaymentForm({ label, onSubmit, onClose }: Props) {
  const { t } = useTranslation(["listes", "factures"]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const today = todayInParis(Date.now());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormReader(new FormData(event.currentTarget), langue());
    const receivedOn = form.day("receivedOn");
    const payment = {
      receivedOn,
      method: form.choice("method", reglementMethods),
      reference: form.text("reference"),
    };
    const late = receivedOn > today ? [{ field: "receivedOn", code: "DAY_TO_COME" }] : [];
    const found = [...form.problems, ...late];
    setProblems(found);
    if (found.length === 0) onSubmit(payment);
    else event.currentTarget.querySelector<HTMLElement>("[name=receivedOn]")?.focus();
  };
  const failure = { refusal: null, details: {}, problems, requestId: null, offline: false };
  const state = { formId, pending: false, failure, typed: {} };
  return (
    <WriteStateContext.Provider value={state}>
      <form className="form-grille" noValidate onSubmit={submit}>
        <div className="form-deux">
          <TextField
            name="receivedOn"
            label={t("factures:encaissement.date_encaissement")}
            defaultValue={formatDay(today)}
            figures
            inputMode="numeric"
            autoComplete="off"
            autoFocus
          />
          <SelectField
            name="method"
            label={t("factures:encaissement.moyen")}
            options={reglementMethods.map((value) => ({
              value,
              label: t(`factures:encaissement.moyens.${value}`),
            }))}
          />
        </div>
        <TextField
          name="reference"
          label={t("factures:encaissement.reference")}
          optional
          placeholder={t("factures:encaissement.referenceExemple")}
          maxLength={fieldLimits.reference}
          autoComplete="off"
        />
        <div className="acts acts--fin">
          <Button onClick={onClose}>{t("annuler")}</Button>
          <Button type="submit" look="principal">
            {label}
          </Button>
        </div>
      </form>
    </WriteStateContext.Provider>
  );
}
