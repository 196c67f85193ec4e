import { Link } from "@remix-run/react";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { FormReader } from "../../form-reader";
import { langue } from "../../i18n/spoken";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { LegalHelp } from "../loi/legal-help";
import { Page } from "../page";
import { TextField } from "../text-field";
import { amountName, creditForm, quantityName, readCredit } from "./credit-form";
import { amountLabel, CreditAmounts, CreditLignes } from "./credit-lignes";
import { CreditSummary } from "./credit-summary";
import { CreditProvider, type CreditView, firstAsked, totalsOf, useCredit } from "./credit-view";

/** Giving back a part of an issued facture: which lignes, or how much, and why. */
export function FactureCredit({ view }: { readonly view: CreditView }) {
  const { t } = useTranslation("factures");
  const { factureId, number: numero } = view;
  const crumbs = [
    { to: "/factures", label: t("titre") },
    { to: `/factures/${factureId}`, label: numero },
  ];
  return (
    <CreditProvider value={view}>
      <Page title={t("credit.titre")} breadcrumb={crumbs}>
        <CreditSheet key={String(view.isWhole)} />
      </Page>
    </CreditProvider>
  );
}

function CreditSheet() {
  const { t } = useTranslation("factures");
  const view = useCredit();
  const [asked, setAsked] = useState(() => firstAsked(view));
  const totals = useMemo(() => totalsOf(view, asked), [view, asked]);
  const reread = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setAsked(readCredit(new FormReader(new FormData(currentTarget), langue())));
  return (
    <Write form={creditForm} className="credit" onInput={reread}>
      <div className="credit__corps">
        <ErrorSummary labels={useLabels()} />
        <input type="hidden" name="factureId" value={view.factureId} />
        <input type="hidden" name="idempotencyKey" value={view.actKey} />
        <section className="zone" aria-labelledby="credit-lignes">
          <header className="zone-t">
            <h2 id="credit-lignes">{t("credit.lignes")}</h2>
            <LegalHelp point="avoir" />
            <p>{t("credit.lignesNote")}</p>
            <Link className="lien" to={view.isWhole ? "?" : "?tout=1"} preventScrollReset replace>
              {t(view.isWhole ? "credit.effacer" : "credit.tout")}
            </Link>
          </header>
          <CreditLignes />
        </section>
        <section className="zone" aria-labelledby="credit-montant">
          <header className="zone-t">
            <h2 id="credit-montant">{t("credit.montant")}</h2>
            <p>{t("credit.montantNote")}</p>
          </header>
          <CreditAmounts />
        </section>
        <TextField
          name="motif"
          label={t("detail.motif")}
          placeholder={t("credit.motifExemple")}
          maxLength={fieldLimits.motif}
          autoComplete="off"
        />
      </div>
      <CreditSummary totals={totals} />
    </Write>
  );
}

/** Names of the fields, for the summary of what is to correct. */
function useLabels(): Record<string, string> {
  const { t } = useTranslation("factures");
  const { content, snapshot } = useCredit();
  return Object.fromEntries([
    ["motif", t("detail.motif")],
    ...content.lignes.map(({ designation }, index) => [quantityName(index), designation]),
    ...snapshot.totals.tva.map(({ category, rate }, groupe) => [
      amountName(groupe),
      amountLabel(t, category, rate),
    ]),
  ]);
}
