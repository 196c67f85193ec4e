import { memo } from "react";
import { useTranslation } from "react-i18next";
import { exceedsLegalTerm } from "#server/domain/echeance";
import { operations } from "#server/domain/facture";
import { fieldLimits } from "#server/domain/field-limits";
import { echeanceChoices, echeanceValue, parseEcheance } from "../echeance-choices";
import { LegalHelp } from "../loi/legal-help";
import { useFieldProblems, useSheet } from "./editor-view";
import { dueOnShown } from "./header-reducer";
import { SideAjustements } from "./side-ajustements";
import { SideShipTo } from "./side-ship-to";
import { TermsInput } from "./terms-input";

/** When to pay and under which references. */
export const SideTerms = memo(function SideTerms() {
  const { t } = useTranslation("factures");
  const { content } = useSheet();
  return (
    <section className="section etape etape--conditions">
      <DueOn />
      <div className="cote__duo cote__duo--bas">
        <TermsInput
          field="deliveredOn"
          label={t("editeur.executee")}
          hint={t("editeur.jourExemple")}
        />
        <TermsInput field="purchaseOrder" label={t("editeur.bonDeCommande")} />
      </div>
      <SideAjustements />
      <SideShipTo />
      <details
        className="mention cote__autres"
        open={content.operation !== "standard" || undefined}
      >
        <summary>
          <span>{t("editeur.autres")}</span>
        </summary>
        <OtherTerms />
      </details>
    </section>
  );
});

function DueOn() {
  const { t } = useTranslation("factures");
  const { facture, content, facts, dispatch } = useSheet();
  const { today } = facts;
  const { echeance } = content;
  const isDated = echeance.mode === "date";
  const problems = useFieldProblems("echeance.on");
  return (
    <>
      <div className="cote__duo">
        <label className="groupe">
          <span className="etiquette">{t("editeur.echeance")}</span>
          <select
            className="champ"
            data-field="echeance"
            value={isDated ? "date" : echeanceValue(echeance)}
            onChange={({ target }) => {
              const chosen = parseEcheance(target.value);
              if (chosen) dispatch({ type: "echeance", echeance: chosen });
              else dispatch({ type: "focus", field: "echeance.on" });
            }}
          >
            {echeanceChoices(isDated ? null : echeance).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            <option value="date">{t("editeur.aUneDate")}</option>
          </select>
        </label>
        <label className="groupe">
          <span className="etiquette">{t("editeur.date")}</span>
          <input
            className="champ num"
            data-field="echeance.on"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            value={dueOnShown(facture, today)}
            aria-invalid={problems.length > 0 || !facture.dueOn.isRead}
            onChange={({ target }) => dispatch({ type: "dueOn", text: target.value, today })}
            onBlur={() => dispatch({ type: "settleHeader" })}
          />
        </label>
      </div>
      {exceedsLegalTerm(echeance, today) && (
        <p className="aide cote__aide">
          {t("editeur.delaiLegal")} <LegalHelp point="delai" />
        </p>
      )}
    </>
  );
}

function OtherTerms() {
  const { t } = useTranslation("factures");
  const { content, dispatch, facts } = useSheet();
  return (
    <div className="cote__autres-champs">
      <TermsInput field="buyerReference" label={t("editeur.referenceClient")} />
      {facts.emetteur.regime === "reel" && (
        <label className="groupe">
          <span className="etiquette">{t("editeur.operation")}</span>
          <select
            className="champ"
            data-field="operation"
            value={content.operation}
            onChange={({ target }) => {
              const operation = operations.find((one) => one === target.value);
              if (operation) dispatch({ type: "operation", operation });
            }}
          >
            {operations.map((one) => (
              <option key={one} value={one}>
                {t(`operations.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {content.operation === "exoneree_261" && (
        <TermsInput
          field="exemptionArticle"
          label={t("editeur.article")}
          hint="261-4-4° a"
          maxLength={fieldLimits.exemptionArticle}
        />
      )}
    </div>
  );
}
