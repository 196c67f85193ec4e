import { memo } from "react";
import { useTranslation } from "react-i18next";
import { dueOn } from "#server/domain/echeance";
import { formatDay, formatEcheance } from "../../formats";
import { SocieteLogo } from "../societe-logo";
import { ClientField } from "./client-field";
import { useSheet } from "./editor-view";
import { HeaderInput } from "./header-input";

/** Top of the sheet: who issues, to whom, when and about what. */
export const SheetHead = memo(function SheetHead() {
  const { t } = useTranslation("factures");
  const { facts, content, dispatch } = useSheet();
  const { emetteur, today } = facts;
  const { line1, zip, city } = emetteur.address;
  const address = [line1, `${zip} ${city}`.trim()].filter(Boolean).join(", ");
  const due = formatDay(dueOn(content.echeance, today));
  const terms =
    content.echeance.mode === "date"
      ? due
      : t("editeur.echeanceLe", { terms: formatEcheance(content.echeance), date: due });
  return (
    <>
      <header className="feuille__tete">
        <div className="feuille__emetteur">
          <SocieteLogo nom={emetteur.nom} src={facts.logo} className="logo--doc" />
          <div>
            <b>{emetteur.nom}</b>
            <span className="doux">{address}</span>
          </div>
        </div>
        <div className="feuille__titre">
          <h2>{t("editeur.facture")}</h2>
          <p className="indice">{t("editeur.sansNumero")}</p>
        </div>
      </header>
      <div className="feuille__parties">
        <div className="feuille__dates">
          <div>
            <span className="doux">{t("editeur.emission")}</span>
            <span className="num">{t("editeur.aLEmission")}</span>
          </div>
          <div>
            <span className="doux">{t("editeur.echeance")}</span>
            <button
              type="button"
              className="modifiable num"
              onClick={() => dispatch({ type: "focus", field: "echeance" })}
            >
              {terms}
            </button>
          </div>
          <HeaderInput
            field="subject"
            label={t("editeur.objet")}
            hint={t("editeur.objetExemple")}
          />
        </div>
        <div>
          <ClientField />
          <Delivery />
        </div>
      </div>
    </>
  );
});

/** Where the goods go, as the document says it; a click leads to its fields. */
function Delivery() {
  const { t } = useTranslation("factures");
  const { content, dispatch } = useSheet();
  const { shipTo } = content;
  if (!shipTo) return null;
  const { name, line1, line2, zip, city } = shipTo;
  return (
    <button
      type="button"
      className="feuille__client feuille__livraison modifiable"
      onClick={() => dispatch({ type: "focus", field: "shipTo.name" })}
    >
      <span className="doux">{t("livraison.livreA")}</span>
      {[name, line1, line2, `${zip} ${city}`.trim()].filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </button>
  );
}
